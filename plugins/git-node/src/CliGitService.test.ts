import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { CliGitService } from './CliGitService';
import { openAtRef } from './openAtRef';
import { createIntegrationCredentials } from './remotes/credentials';
import { TestGitRoot, TestGitServer } from './testUtils';

describe('CliGitService', () => {
  let root: TestGitRoot;
  let cache: string;
  const service = (config = {}) =>
    new CliGitService({
      credentials: createIntegrationCredentials(new ConfigReader(config)),
      cacheDirectory: cache,
    });

  beforeEach(async () => {
    root = await TestGitRoot.create();
    cache = await mkdtemp(join(tmpdir(), 'git-cache-'));
  });
  afterEach(async () => {
    await root.dispose();
    await rm(cache, { recursive: true, force: true });
  });

  describe('with a repository on disk', () => {
    it('reads HEAD, a branch, and the emptiness of a new repository', async () => {
      const url = await root.init('acme/orders');
      await expect(service().head({ url })).resolves.toEqual({
        branch: 'main',
        commit: undefined,
      });
      const commit = await root.commit('acme/orders', { a: '1' });
      const other = await root.commit(
        'acme/orders',
        { a: '2' },
        { branch: 'next' },
      );
      await expect(service().head({ url })).resolves.toEqual({
        branch: 'main',
        commit,
      });
      await expect(service().head({ url, branch: 'next' })).resolves.toEqual({
        branch: 'next',
        commit: other,
      });
      await expect(
        service().head({ url: `file://${url}`, branch: 'gone' }),
      ).resolves.toEqual({ branch: 'gone', commit: undefined });
    });

    it('tells a folder that is no repository', async () => {
      await expect(
        service().head({ url: join(root.path, 'nothing') }),
      ).rejects.toThrow(/There is no Git repository at/);
    });

    it('reads trees, blobs, logs, differences and ancestry', async () => {
      const first = await root.commit('acme/orders', {
        'catalog-info.yaml': 'one',
        'docs/a.md': 'A',
        'docs/deep/b.md': 'B',
      });
      const second = await root.commit(
        'acme/orders',
        { 'catalog-info.yaml': 'two!', 'docs/a.md': 'A', 'new.txt': 'N' },
        { message: 'feat: second' },
      );
      const repo = await service().open({
        url: root.repositoryPath('acme/orders'),
      });

      await expect(repo.revParse('main')).resolves.toBe(second);
      await expect(repo.revParse(first.slice(0, 12))).resolves.toBe(first);
      await expect(repo.revParse('nope')).rejects.toThrow(
        /There is no 'nope' in/,
      );

      const unknown = 'f'.repeat(40);
      await expect(
        repo.knownCommits({ ids: [first, unknown, second, first] }),
      ).resolves.toEqual(new Set([first, second]));
      await expect(repo.knownCommits({ ids: [] })).resolves.toEqual(new Set());
      await expect(repo.knownCommits({ ids: ['main'] })).rejects.toThrow(
        'Not a full commit id: "main"',
      );

      const top = await repo.lsTree({ commit: first });
      expect(top.map(e => [e.type, e.path, e.size])).toEqual([
        ['blob', 'catalog-info.yaml', 3],
        ['tree', 'docs', undefined],
      ]);
      const docs = await repo.lsTree({ commit: first, path: 'docs' });
      expect(docs.map(e => e.path)).toEqual(['docs/a.md', 'docs/deep']);
      const all = await repo.lsTree({ commit: first, recursive: true });
      expect(all.map(e => e.path)).toEqual([
        'catalog-info.yaml',
        'docs/a.md',
        'docs/deep/b.md',
      ]);
      await expect(
        repo.lsTree({ commit: first, recursive: true, maxEntries: 2 }),
      ).rejects.toThrow('The tree has 3 entries, the limit is 2');

      const ids = [all[0].id, 'f'.repeat(40), all[2].id];
      const blobs = await repo.readBlobs({ ids, maxBytes: 1 });
      expect(blobs.map(b => b.status)).toEqual(['too-large', 'missing', 'ok']);
      expect(blobs[0]).toMatchObject({ size: 3 });
      expect(blobs[2].status === 'ok' && blobs[2].content.toString()).toBe('B');

      const log = await repo.log({ ref: 'main' });
      expect(log.map(c => c.subject)).toEqual(['feat: second', 'change']);
      expect(log[0]).toMatchObject({ id: second, parents: [first] });
      await expect(
        repo.log({ ref: 'main', paths: ['docs/deep'] }),
      ).resolves.toHaveLength(2);
      await expect(
        repo.log({ ref: 'main', notReachableFrom: first }),
      ).resolves.toHaveLength(1);

      await expect(
        repo.diffNames({ from: first, to: second }),
      ).resolves.toEqual([
        { status: 'modified', path: 'catalog-info.yaml' },
        { status: 'deleted', path: 'docs/deep/b.md' },
        { status: 'added', path: 'new.txt' },
      ]);
      await expect(
        repo.isAncestor({ ancestor: first, descendant: second }),
      ).resolves.toBe(true);
      await expect(
        repo.isAncestor({ ancestor: second, descendant: first }),
      ).resolves.toBe(false);
    });

    it('streams a subtree as tar with paths relative to it', async () => {
      const commit = await root.commit('acme/orders', {
        'docs/a.md': 'hello from a',
        'secret.txt': 'no',
      });
      const repo = await service().open({
        url: root.repositoryPath('acme/orders'),
      });
      const chunks: Buffer[] = [];
      for await (const chunk of await repo.archive({ commit, path: 'docs' })) {
        chunks.push(chunk);
      }
      const tar = Buffer.concat(chunks).toString('latin1');
      expect(tar).toContain('a.md');
      expect(tar).toContain('hello from a');
      expect(tar).not.toContain('secret.txt');
    });

    it('loses nothing of an archive that is read long after git has ended', async () => {
      const commit = await root.commit('acme/orders', { 'a.md': 'kept' });
      const repo = await service().open({
        url: root.repositoryPath('acme/orders'),
      });
      const archive = await repo.archive({ commit });
      // Another archive, read to its end, shows that git had the time to end.
      for await (const _ of await repo.archive({ commit }));
      await new Promise(resolve => setTimeout(resolve, 200));
      const chunks: Buffer[] = [];
      for await (const chunk of archive) {
        chunks.push(chunk);
      }
      expect(Buffer.concat(chunks).toString('latin1')).toContain('kept');
    });

    it('does not run a program that the repository names in its own config', async () => {
      const url = await root.init('acme/evil');
      const marker = join(root.path, 'ran');
      for (const key of [
        'core.fsmonitor',
        'diff.external',
        'core.pager',
        'core.sshCommand',
        'core.askPass',
        'credential.helper',
        'core.alternateRefsCommand',
      ]) {
        await root.git('acme/evil', ['config', key, `touch ${marker}`]);
      }
      const one = await root.commit('acme/evil', { a: '1' });
      const two = await root.commit('acme/evil', { a: '2' });
      const repo = await service().open({ url });
      await service().head({ url });
      await repo.log({ ref: 'main' });
      await repo.diffNames({ from: one, to: two });
      for await (const _ of await repo.archive({ commit: two }));
      expect(await readdir(root.path)).not.toContain('ran');
    });

    it('stops when the signal aborts', async () => {
      const url = await root.init('acme/orders');
      await expect(
        service().head({ url, signal: AbortSignal.abort() }),
      ).rejects.toThrow('was aborted');
    });
  });

  describe('with a remote', () => {
    it('mirrors it without blobs, reads missing ones, and follows pushes', async () => {
      const first = await root.commit('acme/orders', {
        'a.txt': 'first a',
        'b.txt': 'first b',
      });
      const remote = await TestGitServer.start(root.path);
      try {
        const url = `${remote.url}/acme/orders.git`;
        const git = service();
        await expect(git.head({ url })).resolves.toEqual({
          branch: 'main',
          commit: first,
        });
        const repo = await git.open({ url, commit: first });
        const files = await repo.lsTree({ commit: first });
        expect(files.map(f => [f.path, f.size])).toEqual([
          ['a.txt', undefined],
          ['b.txt', undefined],
        ]);
        const one = await repo.readBlobs({ ids: [files[0].id], maxBytes: 99 });
        expect(one[0]).toMatchObject({ content: Buffer.from('first a') });
        const both = await repo.readBlobs({
          ids: files.map(f => f.id),
          maxBytes: 99,
        });
        expect(both.map(b => b.status)).toEqual(['ok', 'ok']);

        const before = remote.requests.length;
        await git.open({ url, commit: first });
        expect(remote.requests).toHaveLength(before);

        const second = await root.commit('acme/orders', { 'a.txt': 'second' });
        const again = await git.open({ url, commit: second });
        await expect(again.revParse('main')).resolves.toBe(second);
        expect(await readdir(cache)).toHaveLength(1);
      } finally {
        await remote.stop();
      }
    });

    it('fetches for unknown refs at most now and then, and for a new tip at once', async () => {
      const first = await root.commit('acme/orders', { 'a.txt': 'one' });
      const second = await root.commit('acme/orders', { 'a.txt': 'two' });
      await root.git('acme/orders', ['tag', 'v1', first]);
      const remote = await TestGitServer.start(root.path);
      try {
        const url = `${remote.url}/acme/orders.git`;
        const git = service();
        await git.open({ url, commit: second });

        const before = remote.requests.length;
        await expect(openAtRef(git, { url, ref: first })).resolves.toEqual(
          expect.objectContaining({ commit: first }),
        );
        for (const ref of ['a'.repeat(40), 'b'.repeat(40)]) {
          await expect(openAtRef(git, { url, ref })).rejects.toThrow(
            `There is no '${ref}'`,
          );
        }
        expect(remote.requests).toHaveLength(before);

        // One question where the branch is, and no fetch.
        const asked = async (ref: string) => {
          const start = remote.requests.length;
          await openAtRef(git, { url, ref }).catch(() => {});
          return remote.requests.length - start;
        };
        expect(await asked('v1')).toBe(await asked('made-up'));
        await expect(openAtRef(git, { url, ref: 'v1' })).resolves.toEqual(
          expect.objectContaining({ commit: first }),
        );

        const third = await root.commit('acme/orders', { 'a.txt': 'three' });
        await expect(openAtRef(git, { url, ref: 'main' })).resolves.toEqual(
          expect.objectContaining({ commit: third }),
        );
      } finally {
        await remote.stop();
      }
    });

    it('re-creates a broken mirror and lets two first readers share one', async () => {
      const commit = await root.commit('acme/orders', { 'a.txt': 'a' });
      const remote = await TestGitServer.start(root.path);
      try {
        const url = `${remote.url}/acme/orders.git`;
        await Promise.all([
          service().open({ url, commit }),
          service().open({ url, commit }),
        ]);
        const [mirror] = await readdir(cache);
        await rm(join(cache, mirror, 'objects'), { recursive: true });
        const repo = await service().open({ url });
        await expect(repo.revParse('main')).resolves.toBe(commit);
        expect(await readdir(cache)).toEqual([mirror]);
      } finally {
        await remote.stop();
      }
    });

    it('sends the token of the integration as a header, and never shows it', async () => {
      await root.commit('acme/orders', { 'a.txt': 'a' });
      const remote = await TestGitServer.start(root.path);
      try {
        const config = {
          integrations: {
            gitea: [{ host: remote.host, username: 'bot', password: 'hush' }],
          },
        };
        await service(config).head({ url: `${remote.url}/acme/orders.git` });
        expect(remote.requests.map(r => r.authorization)).toContain(
          `Basic ${Buffer.from('bot:hush').toString('base64')}`,
        );
        const failure = await service(config)
          .head({
            url: `http://me:s3cret@${remote.host}/acme/unknown.git`,
          })
          .catch(error => String(error));
        expect(failure).toMatch(/git ls-remote failed/);
        expect(failure).not.toMatch(/s3cret|hush/);
      } finally {
        await remote.stop();
      }
    });
  });
});
