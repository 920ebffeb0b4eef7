import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { TestGitRoot, TestTree } from '@waymark/git-node/testUtils';
import { execFileSync } from 'node:child_process';
import { readdir, writeFile, chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate } from '../database/migrate';
import {
  TestIngestion,
  component,
  testProvider,
} from '../testUtils/TestIngestion';

jest.setTimeout(120_000);

const long = (length: number) =>
  Array.from({ length: Math.ceil(length / 8) }, (_, n) =>
    (n * 2_654_435_761).toString(36).padStart(8, 'x').slice(-8),
  )
    .join('')
    .slice(0, length);

describe('hostile repositories beside a good one', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let root: TestGitRoot;
  let ingestion: TestIngestion;

  beforeEach(async () => {
    root = await TestGitRoot.create();
    const knex = await databases.init('POSTGRES_18');
    await migrate(mockServices.database({ knex, migrations: { skip: false } }));
    ingestion = new TestIngestion({
      knex,
      logger: mockServices.logger.mock(),
      headTimeoutMs: 3_000,
    });
    await root.commit('acme/good', { 'catalog-info.yaml': component('good') });
  });
  afterEach(() => root.dispose());

  const scan = (settings: object = {}) =>
    ingestion.scanner.scanAll(testProvider({ root: root.path, ...settings }));
  const problemsOf = async (repository: string) =>
    (await ingestion.store.listProblems({ repository, limit: 200 })).items;

  const file = (text: string): TestTree => ({ 'catalog-info.yaml': text });

  it.each<[string, TestTree, string, string]>([
    ['a NUL in a key', file('"\\0a": 1\n"\\0a": 2\n'), 'yaml-syntax', 'twice'],
    [
      'half a character in a key',
      file('"\\ud800": 1\n"\\ud800": 2\n'),
      'yaml-syntax',
      'twice',
    ],
    [
      'a name of 100,000 characters',
      file(component(long(100_000))),
      'schema',
      'metadata.name',
    ],
    [
      'a kind of 100,000 characters',
      file(component('x').replace('kind: Component', `kind: ${long(100_000)}`)),
      'kind-not-allowed',
      'may not come from this source',
    ],
    [
      'a namespace of 100,000 characters',
      file(
        component('x').replace('name: x', `name: x, namespace: ${long(1e5)}`),
      ),
      'namespace-not-allowed',
      'may not come from this source',
    ],
    [
      'a symbolic link',
      { 'catalog-info.yaml': { symlink: '/etc/passwd' } },
      'symlink',
      '',
    ],
    [
      'a submodule',
      { 'catalog-info.yaml': { submodule: 'b'.repeat(40) } },
      'submodule',
      '',
    ],
    [
      'a location upwards',
      file(
        'apiVersion: backstage.io/v1alpha1\nkind: Location\nmetadata: { name: l }\nspec: { targets: [../../etc/passwd] }\n',
      ),
      'location-outside',
      'outside',
    ],
    [
      'a binary file',
      { 'catalog-info.yaml': Buffer.from([0, 1, 2]) },
      'binary',
      '',
    ],
    [
      'bytes that are no UTF-8',
      { 'catalog-info.yaml': Buffer.from([0x61, 0xff]) },
      'not-utf8',
      '',
    ],
    [
      'a file above its limit',
      file(`a: ${long(1_100_000)}`),
      'too-large',
      'the limit is',
    ],
    [
      '10,000 documents',
      file('a: 1\n---\n'.repeat(10_000)),
      'too-many-documents',
      '',
    ],
    ['50,000 brackets', file('['.repeat(50_000)), 'yaml-syntax', 'nested'],
    [
      'a billion laughs',
      file(
        `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'
          .split('')
          .map((k, n) => `${k}: &${k} [${Array(9).fill(`*${'abcdefgh'[n]}`)}]`)
          .join('\n')}\n`,
      ),
      'alias-bomb',
      '',
    ],
    [
      'a value that JSON lacks',
      file(component('x').replace('name: x', 'name: x, labels: { a: .inf }')),
      'schema',
      'JSON lacks',
    ],
  ])('names %s and goes on', async (_, tree, code, words) => {
    await root.commit('acme/evil', tree);
    await scan();
    const problems = await problemsOf('acme/evil');
    expect(problems.map(p => p.code)).toContain(code);
    for (const problem of problems) {
      expect(problem.reason.length).toBeLessThanOrEqual(500);
      expect((problem.entityRef ?? '').length).toBeLessThanOrEqual(400);
    }
    expect(problems.find(p => p.code === code)?.reason).toContain(words);
    expect(await ingestion.shown()).toEqual(['component:default/good']);
    // And it stays there without being read, or failing, anew.
    await expect(scan()).resolves.toMatchObject({ changed: 0, failed: 0 });
  });

  it('names paths that are too long or no UTF-8, and reads the others', async () => {
    const deep = `${Array.from({ length: 12 }, (_, n) => long(190 + n)).join(
      '/',
    )}/catalog-info.yaml`;
    await root.commit('acme/evil', {
      [deep]: component('deep'),
      'a/catalog-info.yaml': component('a'),
    });
    const path = root.repositoryPath('acme/evil');
    const blob = await root.git('acme/evil', [
      'rev-parse',
      'main:a/catalog-info.yaml',
    ]);
    const odd = execFileSync('git', ['--git-dir', path, 'mktree', '-z'], {
      input: Buffer.concat([
        Buffer.from(`100644 blob ${blob}\t`),
        Buffer.from([0xff, 0xfe]),
        Buffer.from('.yaml\0'),
      ]),
    })
      .toString()
      .trim();
    const top = await root.git('acme/evil', ['ls-tree', 'main']);
    const tree = await root.git('acme/evil', ['mktree'], true, {
      input: `${top}\n040000 tree ${odd}\todd\n`,
    });
    const commit = await root.git('acme/evil', [
      'commit-tree',
      tree,
      '-m',
      'x',
    ]);
    await root.git('acme/evil', ['update-ref', 'refs/heads/main', commit]);

    await scan({ entityFilename: '**/*.yaml' });
    const problems = await problemsOf('acme/evil');
    expect(problems.map(p => [p.code, p.reason]).sort()).toEqual([
      ['not-utf8', 'The path is not valid UTF-8'],
      [
        'too-large',
        expect.stringMatching(
          /^The path is 2\d{3} bytes long, the limit is 1000$/,
        ),
      ],
    ]);
    expect(await ingestion.shown()).toEqual([
      'component:default/a',
      'component:default/good',
    ]);
  });

  it('lets files live side by side whose names differ in case alone', async () => {
    await root.commit('acme/two', {
      'a/catalog-info.yaml': component('lower'),
      'A/catalog-info.yaml': component('upper'),
    });
    await scan({ entityFilename: '**/catalog-info.yaml' });
    expect(await ingestion.shown()).toHaveLength(3);
  });

  it('takes the whole of a repository with 205,000 files for too large, where it must look at all of them', async () => {
    // One tree under many names: small on disk, large as a listing.
    await root.commit('acme/evil', file(component('x')));
    const blob = await root.git('acme/evil', [
      'rev-parse',
      'main:catalog-info.yaml',
    ]);
    const tree = async (input: string) =>
      root.git('acme/evil', ['mktree'], true, { input });
    const leaf = await tree(
      Array.from(
        { length: 1_000 },
        (_, n) => `100644 blob ${blob}\tf${n}`,
      ).join('\n'),
    );
    const top = await tree(
      `${Array.from(
        { length: 205 },
        (_, n) => `040000 tree ${leaf}\td${n}`,
      ).join('\n')}\n100644 blob ${blob}\tcatalog-info.yaml`,
    );
    const commit = await root.git('acme/evil', ['commit-tree', top, '-m', 'x']);
    await root.git('acme/evil', ['update-ref', 'refs/heads/main', commit]);
    await scan({ entityFilename: '**/catalog-info.yaml' });
    expect(await ingestion.codes()).toEqual(['too-large acme/evil']);
    // A plain file name needs no listing.
    await scan();
    expect(await ingestion.codes()).toEqual([]);
    expect(await ingestion.shown()).toContain('component:default/x');
  });

  it('tells where HEAD points nowhere, and keeps what it had', async () => {
    await root.commit('acme/lost', file(component('lost')));
    await scan();
    await root.git('acme/lost', ['symbolic-ref', 'HEAD', 'refs/heads/gone']);
    await scan();
    const [problem] = await problemsOf('acme/lost');
    expect(problem).toMatchObject({
      code: 'empty-repository',
      reason: expect.stringContaining("'gone' has no commit"),
      lastGoodCommit: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    expect(await ingestion.shown()).toContain('component:default/lost');
  });

  it('tells a branch with a name that it does not take', async () => {
    await root.commit('acme/odd', file(component('odd')));
    await writeFile(
      join(root.repositoryPath('acme/odd'), 'HEAD'),
      'ref: refs/heads/--output=x\n',
    );
    await scan();
    expect(await ingestion.codes()).toEqual(['bad-branch acme/odd']);
  });

  it('calls damaged objects corrupt, keeps the entities and recovers', async () => {
    await root.commit('acme/hurt', file(component('hurt')));
    await scan();
    await root.commit('acme/hurt', file(component('hurt', 'shop', 'new')));
    const objects = join(root.repositoryPath('acme/hurt'), 'objects');
    const blob = await root.git('acme/hurt', [
      'rev-parse',
      'main:catalog-info.yaml',
    ]);
    const path = join(objects, blob.slice(0, 2), blob.slice(2));
    expect(await readdir(join(objects, blob.slice(0, 2)))).toContain(
      blob.slice(2),
    );
    await chmod(path, 0o600);
    await writeFile(path, 'rubbish');
    await scan();
    expect(await ingestion.codes()).toEqual(['corrupt acme/hurt']);
    expect(await ingestion.shown()).toContain('component:default/hurt');

    execFileSync('rm', [path]);
    await root.commit('acme/hurt', file(component('hurt', 'shop', 'new')));
    ingestion.pass(61);
    await scan();
    expect(await ingestion.codes()).toEqual([]);
  });

  it('follows a force-push and a renamed repository', async () => {
    await root.commit('acme/old', file(component('moving')));
    await scan();
    const other = await root.commit('acme/old', file(component('moved')), {
      branch: 'other',
    });
    await root.git('acme/old', ['update-ref', 'refs/heads/main', other]);
    await scan();
    expect(await ingestion.shown()).toContain('component:default/moved');
    execFileSync('mv', [
      root.repositoryPath('acme/old'),
      root.repositoryPath('acme/new'),
    ]);
    await scan();
    expect(await ingestion.codes()).toEqual(['duplicate acme/new']);
    await scan();
    expect(await ingestion.codes()).toEqual([]);
    const { changes } = await ingestion.store.listChanges({
      provider: 'p',
      after: 0,
      limit: 10,
    });
    expect(changes.find(c => c.entityRef.endsWith('/moved'))?.repository).toBe(
      'acme/new',
    );
  });

  it('says which folders it leaves out', async () => {
    await root.commit('labs/x/toy', file(component('a')));
    await root.commit('labs.x/toy', file(component('b')));
    const { error } = await scan();
    expect(error).toContain('labs.x/toy is there twice');
  });

  it('ends a repository that takes longer than it may, and others do not wait for it again', async () => {
    await root.commit('acme/pipe', file(component('pipe')));
    const branch = join(root.repositoryPath('acme/pipe'), 'refs/heads/main');
    execFileSync('rm', [branch]);
    execFileSync('mkfifo', [branch]);
    const summary = await scan({ repositoryTimeout: { seconds: 5 } });
    expect(summary).toMatchObject({ changed: 1, failed: 1 });
    const [problem] = await problemsOf('acme/pipe');
    expect(problem.code).toBe('timeout');
    const from = performance.now();
    // Had it been waited for again, this would take a minute.
    await scan({ repositoryTimeout: { seconds: 60 } });
    expect(performance.now() - from).toBeLessThan(30_000);
  });
});
