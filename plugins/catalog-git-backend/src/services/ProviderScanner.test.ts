import { ConfigReader } from '@backstage/config';
import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import {
  CliGitService,
  createIntegrationCredentials,
  readGitProviders,
} from '@waymark/git-node';
import { TestGitRoot } from '@waymark/git-node/testUtils';
import { rename } from 'node:fs/promises';
import { DatabaseIngestionStore } from '../database/DatabaseIngestionStore';
import { migrate } from '../database/migrate';
import { ChangeNotifier } from './ChangeNotifier';
import { ProviderScanner } from './ProviderScanner';

const component = (name: string) =>
  `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: ${name} }
spec: { type: service, lifecycle: production, owner: shop }
`;

describe('ProviderScanner', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let root: TestGitRoot;
  let store: DatabaseIngestionStore;
  let scanner: ProviderScanner;
  let opened: number;
  let asked: number;
  let now: Date;
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    root = await TestGitRoot.create();
    const knex = await databases.init('POSTGRES_18');
    await migrate(mockServices.database({ knex, migrations: { skip: false } }));
    store = new DatabaseIngestionStore({ knex });
    const git = new CliGitService({
      credentials: createIntegrationCredentials(new ConfigReader({})),
      cacheDirectory: '/nonexistent',
    });
    opened = 0;
    asked = 0;
    now = new Date('2026-03-01T10:00:00Z');
    scanner = new ProviderScanner({
      git: {
        head: options => {
          asked++;
          return git.head(options);
        },
        open: options => {
          opened++;
          return git.open(options);
        },
        publishFolder: options => git.publishFolder(options),
      },
      store,
      notifier: new ChangeNotifier({ events: mockServices.events.mock() }),
      metrics: { scanFinished() {}, changed() {} },
      logger,
      now: () => now,
    });
  });
  afterEach(() => root.dispose());

  const provider = (settings: object = {}) =>
    readGitProviders(
      new ConfigReader({
        catalog: {
          providers: {
            git: {
              p: { root: root.path, baseUrl: 'http://h/git', ...settings },
            },
          },
        },
      }),
    )[0];

  const shown = async () => {
    const { changes } = await store.listChanges({
      provider: 'p',
      after: 0,
      limit: 100,
    });
    return changes.map(c => c.entityRef).sort();
  };

  const codes = async () =>
    (await store.listProblems({ limit: 50 })).items.map(
      p => `${p.code} ${p.repository}`,
    );

  it('opens only what changed', async () => {
    await root.commit('acme/a', { 'catalog-info.yaml': component('a') });
    await root.commit('acme/b', { 'catalog-info.yaml': component('b') });
    await expect(scanner.scanAll(provider())).resolves.toEqual({
      changed: 2,
      unchanged: 0,
      failed: 0,
      changes: 2,
      error: null,
    });
    opened = 0;
    await expect(scanner.scanAll(provider())).resolves.toMatchObject({
      changed: 0,
      unchanged: 2,
    });
    expect(opened).toBe(0);
    await root.commit('acme/b', { 'catalog-info.yaml': component('b2') });
    await expect(scanner.scanAll(provider())).resolves.toMatchObject({
      changed: 1,
      unchanged: 1,
      changes: 2,
    });
    expect(opened).toBe(1);
    expect(await shown()).toEqual([
      'component:default/a',
      'component:default/b2',
    ]);
    const [scan] = await store.listScans();
    expect(scan).toMatchObject({ provider: 'p', changed: 1, error: null });
  });

  it('reads again when the settings changed, and drops what they no longer allow', async () => {
    await root.commit('acme/a', { 'catalog-info.yaml': component('a') });
    await scanner.scanAll(provider());
    await scanner.scanAll(provider({ allow: { kinds: ['API'] } }));
    expect(await shown()).toEqual([]);
    expect(await codes()).toEqual(['kind-not-allowed acme/a']);
  });

  it('keeps everything when the root cannot be listed', async () => {
    await root.commit('acme/a', { 'catalog-info.yaml': component('a') });
    await scanner.scanAll(provider());
    await rename(root.path, `${root.path}-away`);
    try {
      for (let run = 0; run < 3; run++) {
        const summary = await scanner.scanAll(provider());
        expect(summary.error).toContain('Cannot list');
      }
    } finally {
      await rename(`${root.path}-away`, root.path);
    }
    expect(await shown()).toEqual(['component:default/a']);
  });

  describe('with a root that lost its repositories', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];

    beforeEach(async () => {
      for (const name of names) {
        await root.commit(`acme/${name}`, {
          'catalog-info.yaml': component(name),
        });
      }
      await scanner.scanAll(provider());
    });

    const scanThrice = async (settings?: object) => {
      const errors: (string | null)[] = [];
      for (let run = 0; run < 3; run++) {
        errors.push((await scanner.scanAll(provider(settings))).error);
      }
      return errors;
    };

    it('forgets nothing when it is empty, as an unmounted volume is', async () => {
      await rename(`${root.path}/acme`, `${root.path}/.away`);
      const errors = await scanThrice();
      expect(new Set(errors).size).toBe(1);
      expect(errors[0]).toContain('lists 0 of 5 known repositories');
      expect(await shown()).toHaveLength(5);
      const [scan] = await store.listScans();
      expect(scan.error).toContain('nothing is forgotten until');

      await rename(`${root.path}/.away`, `${root.path}/acme`);
      await expect(scanner.scanAll(provider())).resolves.toMatchObject({
        unchanged: 5,
        error: null,
      });
    });

    it('forgets nothing when more than half is gone, and reads the rest', async () => {
      for (const name of ['a', 'b', 'c']) {
        await root.remove(`acme/${name}`);
      }
      await root.commit('acme/d', { 'catalog-info.yaml': component('d2') });
      for (const error of await scanThrice()) {
        expect(error).toContain('lists 2 of 5 known repositories');
      }
      expect(await shown()).toEqual(
        ['a', 'b', 'c', 'd2', 'e'].map(name => `component:default/${name}`),
      );
    });

    it('forgets those that the configuration excludes', async () => {
      for (const name of ['a', 'b', 'c']) {
        await root.remove(`acme/${name}`);
      }
      await scanner.scanAll(provider());
      await expect(scanThrice({ exclude: ['acme/[abc]'] })).resolves.toEqual([
        null,
        null,
        null,
      ]);
      expect(await shown()).toEqual([
        'component:default/d',
        'component:default/e',
      ]);
    });

    it('believes a root that was filled anew', async () => {
      for (const name of names) {
        await root.remove(`acme/${name}`);
        await root.commit(`other/${name}`, {
          'catalog-info.yaml': component(`new-${name}`),
        });
      }
      await expect(scanThrice()).resolves.toEqual([null, null, null]);
      expect(await shown()).toEqual(
        names.map(name => `component:default/new-${name}`),
      );
    });

    it('forgets the smaller part', async () => {
      await root.remove('acme/a');
      await root.remove('acme/b');
      await scanThrice();
      expect(await shown()).toHaveLength(3);
    });
  });

  it('needs two listings without a repository to believe that it is gone', async () => {
    await root.commit('acme/a', { 'catalog-info.yaml': component('a') });
    await root.commit('acme/b', { 'catalog-info.yaml': component('b') });
    await scanner.scanAll(provider());
    await root.remove('acme/a');
    await scanner.scanAll(provider());
    expect(await shown()).toHaveLength(2);
    await scanner.scanAll(provider());
    expect(await shown()).toEqual(['component:default/b']);
  });

  it('warns once about an address that cannot be reached, goes on, and keeps its entities', async () => {
    const path = root.repositoryPath('acme/a');
    await root.commit('acme/a', { 'catalog-info.yaml': component('a') });
    await root.commit('acme/b', { 'catalog-info.yaml': component('b') });
    const urls = provider({
      root: undefined,
      urls: [path, root.repositoryPath('acme/b')],
    });
    await scanner.scanAll(urls);
    await rename(path, `${path}-away`);
    for (let run = 0; run < 3; run++) {
      await expect(scanner.scanAll(urls)).resolves.toMatchObject({
        failed: 1,
        unchanged: 1,
      });
    }
    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(await codes()).toEqual(['not-found acme/a']);
    expect(await shown()).toHaveLength(2);
    // Both at first; then `a` once, and left alone, and `b` each time.
    expect(asked).toBe(2 + 1 + 3);
    await rename(`${path}-away`, path);
    await scanner.scanAll(urls);
    expect(await codes()).toEqual(['not-found acme/a']);
    now = new Date('2026-03-01T10:05:01Z');
    await scanner.scanAll(urls);
    expect(await codes()).toEqual([]);
  });

  it('says that a repository has no commit yet', async () => {
    await root.init('acme/new');
    await scanner.scanAll(provider());
    expect(await codes()).toEqual(['empty-repository acme/new']);
    await root.commit('acme/new', { 'catalog-info.yaml': component('a') });
    await scanner.scanAll(provider());
    expect(await codes()).toEqual([]);
  });

  it('goes on past hostile repositories', async () => {
    await root.commit('acme/a', { 'catalog-info.yaml': component('a') });
    await root.commit('acme/bomb', { 'catalog-info.yaml': '['.repeat(50_000) });
    await root.commit('acme/link', {
      'catalog-info.yaml': { symlink: '/etc/passwd' },
    });
    await root.commit('acme/sub', {
      'catalog-info.yaml': { submodule: 'b'.repeat(40) },
    });
    await scanner.scanAll(provider());
    expect(await shown()).toEqual(['component:default/a']);
    expect((await codes()).sort()).toEqual([
      'submodule acme/sub',
      'symlink acme/link',
      'yaml-syntax acme/bomb',
    ]);
  });
});
