import { ConfigReader } from '@backstage/config';
import {
  CliGitService,
  createIntegrationCredentials,
  readGitProviders,
} from '@waymark/git-node';
import { TestGitRoot, TestTree } from '@waymark/git-node/testUtils';
import { RepositoryReading } from '../domain/types';
import { readRepository } from './readRepository';

const component = (name: string, extra = '') =>
  `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
spec:
  type: service
  lifecycle: production
  owner: shop
${extra}`;

const location = (...targets: string[]) =>
  `apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: all }
spec:
  targets: ${JSON.stringify(targets)}
`;

describe('readRepository', () => {
  const git = new CliGitService({
    credentials: createIntegrationCredentials(new ConfigReader({})),
    cacheDirectory: '/nonexistent',
  });
  let root: TestGitRoot;

  beforeEach(async () => {
    root = await TestGitRoot.create();
  });
  afterEach(() => root.dispose());

  async function read(tree: TestTree, settings: object = {}) {
    const commit = await root.commit('acme/orders', tree);
    const [provider] = readGitProviders(
      new ConfigReader({
        catalog: {
          providers: {
            git: {
              p: { root: root.path, baseUrl: 'http://h/git', ...settings },
            },
          },
        },
      }),
    );
    return readRepository({
      repository: await git.open({ url: root.repositoryPath('acme/orders') }),
      commit,
      provider,
      name: 'acme/orders',
      branch: 'main',
    });
  }

  const refs = (reading: RepositoryReading) =>
    reading.good.map(document => document.entityRef);
  const codes = (reading: RepositoryReading) =>
    [
      ...reading.refused,
      ...reading.failed.map(f => f.problem),
      ...reading.failedFiles,
      ...(reading.unreadable ? [reading.unreadable] : []),
    ].map(p => [p.code, p.path, p.line]);

  it('reads several documents and kinds', async () => {
    const reading = await read({
      'catalog-info.yaml': `# comment\n---\n${component(
        'a',
      )}---\n---\n${component('b')}`,
      'other/catalog-info.yaml': component('not-matched'),
    });
    expect(refs(reading)).toEqual([
      'component:default/a',
      'component:default/b',
    ]);
    expect(codes(reading)).toEqual([]);
    expect(reading.good.map(d => d.line)).toEqual([3, 13]);
  });

  it('matches a glob and says where entities come from', async () => {
    const reading = await read(
      {
        'catalog-info.yaml': component('top'),
        'services/pay ments/catalog-info.yaml': component('payments'),
      },
      { entityFilename: '**/catalog-info.yaml' },
    );
    expect(refs(reading)).toEqual([
      'component:default/top',
      'component:default/payments',
    ]);
    expect(reading.good[1].entity.metadata.annotations).toMatchObject({
      'backstage.io/managed-by-location':
        'url:http://h/git/acme/orders/blob/main/services/pay%20ments/catalog-info.yaml',
      'backstage.io/source-location':
        'url:http://h/git/acme/orders/tree/main/services/pay%20ments/',
    });
  });

  it('does not let a file choose its own origin', async () => {
    const reading = await read({
      'catalog-info.yaml': component('a').replace(
        'name: a',
        `name: a
  uid: 11111111-1111-1111-1111-111111111111
  annotations:
    backstage.io/managed-by-location: url:https://evil.example/x
    backstage.io/edit-url: https://evil.example/edit
    backstage.io/source-location: url:https://evil.example/
    waymark.dev/git-commit: deadbeef
    acme.example/own: kept`,
      ),
    });
    const { metadata } = reading.good[0].entity;
    expect(JSON.stringify(metadata)).not.toMatch(/evil|deadbeef|1111/);
    expect(metadata.annotations).toMatchObject({ 'acme.example/own': 'kept' });
  });

  it('sets an edit address for hosts that have one', async () => {
    const reading = await read(
      { 'catalog-info.yaml': component('a') },
      { baseUrl: 'https://gitlab.com' },
    );
    expect(
      reading.good[0].entity.metadata.annotations?.['backstage.io/edit-url'],
    ).toBe('https://gitlab.com/acme/orders/-/edit/main/catalog-info.yaml');
  });

  it('leads to the page of the file where there is no editor', async () => {
    const reading = await read({ 'catalog-info.yaml': component('a') });
    const { annotations } = reading.good[0].entity.metadata;
    expect(annotations?.['backstage.io/edit-url']).toBe(
      annotations?.['backstage.io/view-url'],
    );
  });

  it('accepts placeholders where the kind wants text', async () => {
    const reading = await read({
      'catalog-info.yaml': `apiVersion: backstage.io/v1alpha1
kind: API
metadata: { name: a }
spec: { type: openapi, lifecycle: production, owner: shop, definition: { $text: ./api.yaml } }
`,
    });
    expect(refs(reading)).toEqual(['api:default/a']);
  });

  describe('with wrong documents', () => {
    it('reports a syntax error at its line and reads the documents before it', async () => {
      const reading = await read({
        'catalog-info.yaml': `${component('a')}---\nkind: [oops\nmetadata:\n`,
      });
      expect(refs(reading)).toEqual(['component:default/a']);
      expect(reading.failed[0].problem).toMatchObject({
        code: 'yaml-syntax',
        document: 1,
      });
      expect(reading.failed[0].problem.line).toBeGreaterThanOrEqual(10);
    });

    it('reports a schema error at the line of the field', async () => {
      const reading = await read({
        'catalog-info.yaml': component('Not A Name'),
      });
      expect(reading.failed[0].problem).toMatchObject({
        code: 'schema',
        line: 4,
        entityRef: 'component:default/not a name',
      });
    });

    it.each([
      ['an unknown version', component('a').replace('v1alpha1', 'v9')],
      ['a missing owner', component('a').replace('  owner: shop\n', '')],
      ['no kind', 'metadata: { name: a }\n'],
      ['a list', '- a\n'],
      ['a foreign root field', component('a', 'status: { fine: true }')],
      ['relations of its own', component('a', 'relations: []')],
      ['a date', `%YAML 1.1\n---\n${component('a', '  built: 2001-01-01')}`],
    ])('reports %s', async (_, text) => {
      const reading = await read({ 'catalog-info.yaml': text });
      expect(codes(reading).map(([code]) => code)).toEqual(['schema']);
    });

    it.each(['User', 'Group', 'Template', 'USER', 'group', 'Widget'])(
      'refuses kind %s even when the rest of it is wrong',
      async kind => {
        const reading = await read({
          'catalog-info.yaml': `kind: ${kind}\nmetadata: { name: x }\n`,
        });
        expect(codes(reading)).toEqual([
          ['kind-not-allowed', 'catalog-info.yaml', 1],
        ]);
      },
    );
  });

  describe('with locations', () => {
    it('reads files of the same commit, each once, and emits no Location', async () => {
      const reading = await read({
        'catalog-info.yaml': location('./a/more.yaml', './b/*.yaml'),
        'a/more.yaml': `${component('a')}---\n${location('../b/one.yaml')}`,
        'b/one.yaml': component('one'),
        'b/two.yaml': component('two'),
      });
      expect(refs(reading).sort()).toEqual([
        'component:default/a',
        'component:default/one',
        'component:default/two',
      ]);
      expect(codes(reading)).toEqual([]);
    });

    it.each([
      '../outside.yaml',
      'a/../../outside.yaml',
      '/etc/passwd',
      'https://evil.example/catalog-info.yaml',
      'file:///etc/passwd',
      '..\\outside.yaml',
    ])('does not leave the repository for %s', async target => {
      const reading = await read({ 'catalog-info.yaml': location(target) });
      expect(codes(reading)).toEqual([
        ['location-outside', 'catalog-info.yaml', 1],
      ]);
    });

    it('reports loops, missing targets and chains that are too long', async () => {
      const chain = Object.fromEntries(
        [1, 2, 3, 4, 5, 6, 7].map(n => [
          `${n}.yaml`,
          location(`${n + 1}.yaml`),
        ]),
      );
      const reading = await read({
        'catalog-info.yaml': location(
          'catalog-info.yaml',
          'gone.yaml',
          '1.yaml',
        ),
        ...chain,
      });
      expect(reading.refused.map(p => p.reason)).toEqual([
        'Target "catalog-info.yaml" leads back to itself',
        'Target "gone.yaml" does not exist in this commit',
        'Target "6.yaml" is more than 5 locations away from the first file',
      ]);
    });
  });

  describe('with hostile input', () => {
    it('refuses a symbolic link out of the tree', async () => {
      const reading = await read({
        'catalog-info.yaml': { symlink: '../../../../etc/passwd' },
      });
      expect(codes(reading)).toEqual([
        ['symlink', 'catalog-info.yaml', undefined],
      ]);
    });

    it('matches a pushed glob against a pushed name in no time', async () => {
      const start = performance.now();
      const target = `${'*a'.repeat(16)}b`;
      const reading = await read({
        'catalog-info.yaml': location(target, '*a*a*a*ab'),
        ['a'.repeat(45)]: component('a'),
      });
      expect(reading.refused.map(p => [p.code, p.reason])).toEqual([
        [
          'schema',
          `Target "${target}" has 16 wildcards, at most 4 are allowed; list the folders one by one`,
        ],
        ['schema', 'Target "*a*a*a*ab" does not exist in this commit'],
      ]);
      expect(performance.now() - start).toBeLessThan(5_000);
    });

    it.each(['{a,b}.yaml', '[ab].yaml', '+(a).yaml'])(
      'refuses the pattern %s of a location',
      async target => {
        const reading = await read({
          'catalog-info.yaml': location(target),
          'a.yaml': component('a'),
        });
        expect(codes(reading)).toEqual([['schema', 'catalog-info.yaml', 1]]);
        expect(reading.refused[0].reason).toContain('use plain paths');
      },
    );

    it('refuses a location with more targets than allowed', async () => {
      const reading = await read({
        'catalog-info.yaml': location(...Array(1_001).fill('x')),
      });
      expect(reading.refused.map(p => p.reason)).toEqual([
        'The location has 1001 targets, the limit is 1000; split it into several files',
      ]);
    });

    it('refuses a submodule', async () => {
      const reading = await read({
        'catalog-info.yaml': { submodule: 'a'.repeat(40) },
      });
      expect(codes(reading)).toEqual([
        ['submodule', 'catalog-info.yaml', undefined],
      ]);
    });

    it('refuses a file of 100 MB without holding it', async () => {
      const before = process.memoryUsage().rss;
      const big = Buffer.alloc(100 * 1024 * 1024, 'x: y\n');
      const reading = await read({ 'catalog-info.yaml': big });
      expect(reading.failedFiles[0].reason).toBe(
        'The file is 104857600 bytes, the limit is 1048576 bytes',
      );
      // The test itself holds the file once.
      expect(process.memoryUsage().rss - before).toBeLessThan(350 * 1024 ** 2);
    });

    it('refuses binary files and invalid UTF-8', async () => {
      expect(
        codes(await read({ 'catalog-info.yaml': Buffer.from([1, 0, 2]) })),
      ).toEqual([['binary', 'catalog-info.yaml', undefined]]);
      expect(
        codes(
          await read({ 'catalog-info.yaml': Buffer.from([0x6b, 0xff, 0xfe]) }),
        ),
      ).toEqual([['not-utf8', 'catalog-info.yaml', undefined]]);
    });

    it('refuses 10,000 documents in a file', async () => {
      const reading = await read({
        'catalog-info.yaml': '---\na: 1\n'.repeat(10_000),
      });
      expect(reading.failedFiles[0]).toMatchObject({
        code: 'too-many-documents',
        reason: 'The file has about 10001 documents, the limit is 1000',
      });
    });

    it('refuses a billion laughs', async () => {
      const lines = ['a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]'];
      for (let i = 1; i < 10; i++) {
        lines.push(
          `a${i}: &a${i} [${Array(9)
            .fill(`*a${i - 1}`)
            .join(', ')}]`,
        );
      }
      const reading = await read({ 'catalog-info.yaml': lines.join('\n') });
      expect(codes(reading)[0][0]).toBe('alias-bomb');
    });

    it('refuses a long text repeated by aliases', async () => {
      const text = `a: &a ${'x'.repeat(100_000)}\nb: [${Array(50)
        .fill('*a')
        .join(', ')}]\n`;
      const reading = await read({ 'catalog-info.yaml': text });
      expect(codes(reading)[0][0]).toBe('too-large');
    });

    it.each([
      ['brackets', '['.repeat(100_000)],
      ['braces', '{a: '.repeat(50_000)],
      ['dashes', '- '.repeat(100_000)],
      ['question marks', '? '.repeat(100_000)],
    ])('refuses deep nesting of %s', async (_, text) => {
      const reading = await read({ 'catalog-info.yaml': text });
      expect(reading.failedFiles[0].reason).toContain('nested more than');
    });

    it.each([
      ['a NUL character', String.raw`"\0"`],
      ['half a character', String.raw`"\ud800"`],
    ])('refuses text that Postgres cannot store: %s', async (_, value) => {
      const reading = await read({
        'catalog-info.yaml': component('a', `  note: ${value}`),
      });
      expect(codes(reading).map(([code]) => code)).toEqual(['schema']);
    });

    it('refuses more files than allowed', async () => {
      const tree = Object.fromEntries(
        [...Array(12).keys()].map(n => [
          `${n}/catalog-info.yaml`,
          component(`c${n}`),
        ]),
      );
      const reading = await read(tree, {
        entityFilename: '**/catalog-info.yaml',
        limits: { filesPerRepository: 10 },
      });
      expect(reading.unreadable).toMatchObject({
        code: 'too-large',
        reason:
          'The repository has 12 catalog files, the limit is 10 (filesPerRepository)',
      });
      expect(refs(reading)).toEqual([]);
    });

    it('refuses more bytes in all files than allowed', async () => {
      const tree = Object.fromEntries(
        [...Array(6).keys()].map(n => [
          `${n}/catalog-info.yaml`,
          component(`c${n}`, `  # ${'x'.repeat(1_000_000)}\n`),
        ]),
      );
      const settings = { entityFilename: '**/catalog-info.yaml' };
      // More than one batch.
      expect(refs(await read(tree, settings))).toHaveLength(6);
      const reading = await read(tree, {
        ...settings,
        limits: { totalBytes: 5_000_000 },
      });
      expect(reading.unreadable).toMatchObject({
        code: 'too-large',
        reason:
          'The catalog files of the repository are larger than 5000000 bytes together (totalBytes)',
      });
      expect(refs(reading)).toEqual([]);
    });

    it('refuses more documents in all files than allowed', async () => {
      const documents = (from: number) =>
        [0, 1, 2].map(n => component(`c${from + n}`)).join('---\n');
      const reading = await read(
        { 'a/x.yaml': documents(0), 'b/x.yaml': documents(3) },
        {
          entityFilename: '*/x.yaml',
          limits: { entitiesPerRepository: 5 },
        },
      );
      expect(reading.unreadable).toMatchObject({
        code: 'too-many-documents',
        reason:
          'The catalog files of the repository have more than 5 documents together (entitiesPerRepository)',
      });
      expect(refs(reading)).toEqual([]);
    });

    it('survives a prototype key', async () => {
      await read({
        'catalog-info.yaml': component('a', '  __proto__: { polluted: true }'),
      });
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    });
  });
});
