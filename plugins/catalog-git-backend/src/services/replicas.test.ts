import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { TestGitRoot } from '@waymark/git-node/testUtils';
import { Knex } from 'knex';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { migrate } from '../database/migrate';
import {
  TestIngestion,
  component,
  testProvider,
} from '../testUtils/TestIngestion';

jest.setTimeout(120_000);

const LEASE_MS = 2_000;

describe('several replicas on one database', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let root: TestGitRoot;
  let knex: Knex;

  const replica = (onScanned?: () => void) =>
    new TestIngestion({
      knex,
      logger: mockServices.logger.mock(),
      leaseMs: LEASE_MS,
      onScanned,
    });
  const provider = () => testProvider({ root: root.path, concurrency: 2 });
  const fill = async (count: number) => {
    for (let n = 0; n < count; n++) {
      await root.commit(`acme/r${n}`, {
        'catalog-info.yaml': component(`c${n}`),
      });
    }
  };
  /** How often the feed got each entity: sequences that nobody lost or doubled. */
  const sequences = async () =>
    (await knex('change').select('entity_ref', 'sequence')).length;

  beforeEach(async () => {
    root = await TestGitRoot.create();
    knex = await databases.init('POSTGRES_18');
    await migrate(mockServices.database({ knex, migrations: { skip: false } }));
  });
  afterEach(() => root.dispose());

  it('scan a provider once, although both begin at the same moment', async () => {
    await fill(6);
    let scanned = 0;
    const [one, two] = [replica(() => scanned++), replica(() => scanned++)];
    const summaries = await Promise.all([
      one.scanner.scanAll(provider()),
      two.scanner.scanAll(provider()),
    ]);
    expect(summaries.map(s => s.changed).sort()).toEqual([0, 6]);
    expect(summaries.map(s => s.error).sort()).toEqual([
      'Another replica scans this provider at the moment',
      null,
    ]);
    expect(scanned).toBe(6);
    const { rows } = await knex.raw(
      `SELECT last_value::integer AS last FROM change_sequence_seq`,
    );
    expect(rows[0].last).toBe(6);
  });

  it('write a push once that both are told of', async () => {
    await fill(1);
    await replica().scanner.scanAll(provider());
    await root.commit('acme/r0', {
      'catalog-info.yaml': component('c0', 'shop', 'new'),
    });
    const listing = [{ name: 'acme/r0', url: root.repositoryPath('acme/r0') }];
    await Promise.all(
      [replica(), replica(), replica()].map(r =>
        r.scanner.scanSome(provider(), listing),
      ),
    );
    const { changes } = await replica().store.listChanges({
      provider: 'p',
      after: 0,
      limit: 10,
    });
    expect(
      changes.map(c => [c.sequence, c.entity?.metadata.description]),
    ).toEqual([[2, 'new']]);
    const scans = await replica().store.listRepositoryScans({
      provider: 'p',
      name: 'acme/r0',
    });
    expect(scans.filter(s => s.changes > 0)).toHaveLength(2);
  });

  it('finish what a killed one began, and lose and double nothing', async () => {
    await fill(40);
    const { connection } = knex.client.config;
    const url =
      typeof connection === 'string'
        ? connection
        : `postgresql://${connection.user}:${connection.password}@${connection.host}:${connection.port}/${connection.database}`;
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, '../testUtils/scanProcess.ts'),
        url,
        root.path,
        String(LEASE_MS),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let output = '';
    const exited = new Promise(resolve => child.once('exit', resolve));
    await new Promise<void>(resolve => {
      child.stdout.on('data', chunk => {
        output += chunk;
        if (output.split('scanned').length > 5) {
          child.kill('SIGKILL');
          resolve();
        }
      });
      exited.then(() => resolve());
    });
    await exited;
    expect(output).not.toContain('done');
    const begun = await sequences();
    expect(begun).toBeGreaterThanOrEqual(5);
    expect(begun).toBeLessThan(40);

    const other = replica();
    // The dead one has the scan until its lease lapses.
    await expect(other.scanner.scanAll(provider())).resolves.toMatchObject({
      changed: 0,
      error: 'Another replica scans this provider at the moment',
    });
    expect((await other.store.listScans())[0]).toMatchObject({
      finishedAt: null,
    });
    await new Promise(resolve => setTimeout(resolve, LEASE_MS + 200));
    expect((await other.store.listScans())[0].lapsed).toBe(true);
    await expect(other.scanner.scanAll(provider())).resolves.toMatchObject({
      changed: 40 - begun,
      unchanged: begun,
      failed: 0,
    });
    expect(await other.shown()).toHaveLength(40);
    const { rows } = await knex.raw(
      `SELECT count(*)::integer AS n, count(DISTINCT sequence)::integer AS d,
              count(DISTINCT entity_ref)::integer AS e FROM change`,
    );
    expect(rows[0]).toEqual({ n: 40, d: 40, e: 40 });
  });

  it('end a scan that another one took over', async () => {
    await fill(2);
    const slow = replica();
    const store = slow.store;
    await store.startScan({
      provider: 'p',
      holder: 'a',
      leaseMs: 1,
      now: slow.now,
    });
    await new Promise(resolve => setTimeout(resolve, 20));
    await expect(replica().scanner.scanAll(provider())).resolves.toMatchObject({
      changed: 2,
    });
    const progress = { total: 2, changed: 0, unchanged: 0, failed: 0 };
    await expect(
      store.progressScan({
        provider: 'p',
        holder: 'a',
        leaseMs: 1,
        ...progress,
      }),
    ).resolves.toBe(false);
  });
});
