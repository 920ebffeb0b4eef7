import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { TestGitRoot, TestGitServer } from '@waymark/git-node/testUtils';
import { Knex } from 'knex';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../database/migrate';
import {
  TestIngestion,
  component,
  testProvider,
} from '../testUtils/TestIngestion';

jest.setTimeout(60_000);

describe('remote hosts', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const logger = mockServices.logger.mock();
  let knex: Knex;
  let root: TestGitRoot;
  let host: TestGitServer;
  let cacheDirectory: string;
  let ingestion: TestIngestion;
  let password: string;

  const names = Array.from({ length: 7 }, (_, n) => `acme/r${n}`);
  const provider = (settings: object = {}) =>
    testProvider({
      urls: names.map(name => host.repository(name)),
      concurrency: 1,
      ...settings,
    });

  function start(headTimeoutMs = 20_000) {
    ingestion = new TestIngestion({
      knex,
      logger,
      cacheDirectory,
      headTimeoutMs,
      config: new ConfigReader({
        integrations: {
          gitea: [{ host: host.host, username: 'bot', password }],
        },
      }),
    });
  }

  beforeEach(async () => {
    jest.clearAllMocks();
    root = await TestGitRoot.create();
    host = await TestGitServer.start(root.path);
    cacheDirectory = await mkdtemp(join(tmpdir(), 'git-cache-'));
    knex = await databases.init('POSTGRES_18');
    await migrate(mockServices.database({ knex, migrations: { skip: false } }));
    for (const [n, name] of names.entries()) {
      await root.commit(name, { 'catalog-info.yaml': component(`c${n}`) });
    }
    password = 's3cret-token';
    host.requirePassword('bot', password);
    start();
  });
  afterEach(async () => {
    await host.stop();
    await root.dispose();
    await rm(cacheDirectory, { recursive: true, force: true });
  });

  it('names an expired credential, asks few times, waits, recovers, and never shows the token', async () => {
    await ingestion.scanner.scanAll(provider());
    expect(await ingestion.shown()).toHaveLength(7);

    host.requirePassword('bot', 'renewed-token');
    host.requests.length = 0;
    await ingestion.scanner.scanAll(provider());
    expect(
      new Set((await ingestion.codes()).map(c => c.split(' ')[0])),
    ).toEqual(new Set(['unauthorized']));
    // Five were refused; the other two were not even asked.
    expect(host.requests).toHaveLength(5);
    const { repositories } = await ingestion.store.count();
    expect(repositories).toMatchObject({ unauthorized: 7, unreachable: 0 });
    expect(await ingestion.shown()).toHaveLength(7);

    // No retry before its time, and later each time.
    for (let minute = 0; minute < 4; minute++) {
      ingestion.pass(1);
      await ingestion.scanner.scanAll(provider());
    }
    expect(host.requests).toHaveLength(5);
    ingestion.pass(2);
    await ingestion.scanner.scanAll(provider());
    expect(host.requests).toHaveLength(10);
    ingestion.pass(6);
    await ingestion.scanner.scanAll(provider());
    expect(host.requests).toHaveLength(10);

    const told = JSON.stringify([
      logger.warn.mock.calls,
      logger.info.mock.calls,
      logger.error.mock.calls,
      (await knex.raw('SELECT * FROM repository')).rows,
      (await knex.raw('SELECT * FROM problem')).rows,
      (await knex.raw('SELECT * FROM repository_scan')).rows,
    ]);
    const header = Buffer.from('bot:s3cret-token').toString('base64');
    expect(told).not.toContain('s3cret');
    expect(told).not.toContain(header);

    // The portal starts with the new token.
    password = 'renewed-token';
    const { now } = ingestion;
    start();
    ingestion.now = now;
    await ingestion.store.clearRetries();
    await expect(ingestion.scanner.scanAll(provider())).resolves.toMatchObject({
      unchanged: 7,
      failed: 0,
    });
    expect(await ingestion.codes()).toEqual([]);
    const past = await ingestion.store.listPastProblems({
      provider: 'p',
      name: 'acme/r0',
    });
    expect(past.map(p => p.code)).toEqual(['unauthorized']);
  });

  it('asks at once when a person retries, whatever the backoff', async () => {
    host.requirePassword('bot', 'other');
    await ingestion.scanner.scanAll(provider());
    host.requirePassword('bot', password);
    await ingestion.scanner.scanSome(provider(), [
      { name: 'acme/r0', url: host.repository('acme/r0') },
    ]);
    const { items } = await ingestion.store.listRepositories({
      text: 'acme/r0',
      limit: 1,
    });
    expect(items[0]).toMatchObject({
      status: 'ok',
      failures: 0,
      retryAt: null,
    });
    const scans = await ingestion.store.listRepositoryScans({
      provider: 'p',
      name: 'acme/r0',
    });
    expect(scans.map(s => [s.outcome, s.trigger])).toEqual([
      ['changed', 'request'],
      ['failed', 'schedule'],
    ]);
  });

  it('does not wait for each repository of a host that never answers', async () => {
    host.answer = () => 'hang';
    start(300);
    await ingestion.scanner.scanAll(provider());
    expect(host.requests).toHaveLength(5);
    expect(await ingestion.codes()).toEqual(
      names.map(name => `timeout ${name}`).sort(),
    );
  });

  it('tells a deleted repository from a host that is away', async () => {
    await ingestion.scanner.scanAll(provider());
    await root.remove('acme/r3');
    await ingestion.scanner.scanAll(provider());
    expect(await ingestion.codes()).toEqual(['not-found acme/r3']);
    // Only the configuration says that it is gone.
    expect(await ingestion.shown()).toHaveLength(7);
    const rest = names.filter(name => name !== 'acme/r3');
    const less = provider({ urls: rest.map(name => host.repository(name)) });
    await ingestion.scanner.scanAll(less);
    await ingestion.scanner.scanAll(less);
    expect(await ingestion.codes()).toEqual([]);
    expect(await ingestion.shown()).toHaveLength(6);
  });

  it('keeps what an emptied repository had', async () => {
    await ingestion.scanner.scanAll(provider());
    await root.git('acme/r0', ['update-ref', '-d', 'refs/heads/main']);
    await ingestion.scanner.scanAll(provider());
    expect(await ingestion.codes()).toEqual(['empty-repository acme/r0']);
    expect(await ingestion.shown()).toHaveLength(7);
  });
});
