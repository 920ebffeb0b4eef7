import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import {
  ServiceFactoryTester,
  mockServices,
} from '@backstage/backend-test-utils';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ReaderFactory } from '@backstage/backend-defaults/urlReader';
import { TestGitRoot } from '@waymark/git-node/testUtils';
import { gitUrlReaderFactory } from './gitUrlReaderFactory';

const base = 'http://localhost:7007/git';

describe('GitUrlReader', () => {
  let root: TestGitRoot;
  let reader: UrlReaderService;
  let commit: string;

  beforeEach(async () => {
    root = await TestGitRoot.create();
    commit = await root.commit('acme/orders', {
      'catalog-info.yaml': 'kind: Component',
      'docs/index.md': '# Home',
      'docs/deep/a.md': '# A',
      'services/a/catalog-info.yaml': 'a',
      'services/b/catalog-info.yaml': 'b',
      'escape.yaml': { symlink: '/etc/passwd' },
      'docs/escape.md': { symlink: '../../../../../etc/passwd' },
    });
    await root.commit('acme/orders', { 'x.txt': 'next' }, { branch: 'a/b' });
    await root.commit('acme/secret', { 'x.txt': 'secret' });
    const config = mockServices.rootConfig({
      data: {
        catalog: {
          providers: {
            git: {
              example: {
                root: root.path,
                baseUrl: base,
                exclude: ['acme/secret'],
              },
              remote: { url: 'https://git.example.com/acme/one.git' },
            },
          },
        },
      },
    });
    const tester = ServiceFactoryTester.from(gitUrlReaderFactory, {
      dependencies: [
        mockServices.rootConfig.factory({ data: config.get() as never }),
      ],
    });
    const factories = (await tester.getSubject()) as ReaderFactory[];
    reader = UrlReaders.create({
      config,
      logger: mockServices.logger.mock(),
      factories,
    });
  });
  afterEach(() => root.dispose());

  const text = async (url: string) =>
    (await (await reader.readUrl(url)).buffer()).toString();

  it('reads a file at a branch, a commit and a branch with a slash', async () => {
    await expect(
      text(`${base}/acme/orders/blob/main/catalog-info.yaml`),
    ).resolves.toBe('kind: Component');
    await expect(
      text(`${base}/acme/orders/tree/${commit}/docs/index.md`),
    ).resolves.toBe('# Home');
    await expect(text(`${base}/acme/orders/blob/a%2Fb/x.txt`)).resolves.toBe(
      'next',
    );
  });

  it('tells that a file did not change', async () => {
    const url = `${base}/acme/orders/blob/main/docs/index.md`;
    const { etag } = await reader.readUrl(url);
    await root.commit('acme/orders', { 'docs/index.md': '# Home', more: '1' });
    await expect(reader.readUrl(url, { etag })).rejects.toMatchObject({
      name: 'NotModifiedError',
    });
    await root.commit('acme/orders', { 'docs/index.md': '# New' });
    expect((await reader.readUrl(url, { etag })).etag).not.toBe(etag);
  });

  it('reads a tree into a folder, without links that lead out', async () => {
    const tree = await reader.readTree(`${base}/acme/orders/tree/main/docs/`);
    const target = await mkdtemp(join(tmpdir(), 'read-tree-'));
    try {
      await tree.dir({ targetDir: target });
      expect((await readdir(target, { recursive: true })).sort()).toEqual([
        'deep',
        'deep/a.md',
        'index.md',
      ]);
      await expect(readFile(join(target, 'index.md'), 'utf8')).resolves.toBe(
        '# Home',
      );
    } finally {
      await rm(target, { recursive: true });
    }
    await expect(
      reader.readTree(`${base}/acme/orders/tree/main/docs`, {
        etag: tree.etag,
      }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });
  });

  it('filters a tree and reads the root', async () => {
    const tree = await reader.readTree(`${base}/acme/orders/tree/main/`, {
      filter: path => path.endsWith('.md') && !path.includes('escape'),
    });
    const files = await tree.files();
    expect(files.map(f => f.path).sort()).toEqual([
      'docs/deep/a.md',
      'docs/index.md',
    ]);
  });

  it('searches with a glob', async () => {
    const found = await reader.search(
      `${base}/acme/orders/blob/main/**/catalog-info.yaml`,
    );
    expect(found.etag).toBe(commit);
    expect(found.files.map(f => f.url)).toEqual([
      `${base}/acme/orders/blob/main/catalog-info.yaml`,
      `${base}/acme/orders/blob/main/services/a/catalog-info.yaml`,
      `${base}/acme/orders/blob/main/services/b/catalog-info.yaml`,
    ]);
    expect((await found.files[1].content()).toString()).toBe('a');
    const none = await reader.search(`${base}/acme/orders/blob/main/none.yaml`);
    expect(none.files).toEqual([]);
  });

  it.each([
    [`${base}/acme/orders/blob/main/escape.yaml`, 'not a regular file'],
    [`${base}/acme/orders/blob/main/gone.yaml`, "There is no 'gone.yaml'"],
    [`${base}/acme/orders/blob/gone/x`, "There is no 'gone'"],
    [`${base}/acme/other/blob/main/x`, 'No configured Git repository'],
  ])('does not find %s', async (url, message) => {
    await expect(reader.readUrl(url)).rejects.toMatchObject({
      name: 'NotFoundError',
      message: expect.stringContaining(message),
    });
  });

  it.each([
    `${base}/acme/secret/blob/main/x.txt`,
    `${base}/acme/orders/blob/main/..%2f..%2f..%2fetc/passwd`,
    `${base}/acme/orders/blob/main/%252e%252e%252fx`,
    `${base}/..%2f..%2fetc/x/blob/main/passwd`,
    `${base}/acme/orders/blob/main/a%5c..%5cb`,
    'http://localhost:7007/api/catalog-git/changes',
    'https://git.example.com/acme/another/blob/main/x',
    'http://169.254.169.254/latest/meta-data',
    'file:///etc/passwd',
  ])('does not serve %s', async url => {
    await expect(reader.readUrl(url)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await expect(reader.readTree(url)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
  });
});
