import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { CliGitService } from './CliGitService';
import { GitCommandError } from './command/runGit';
import { createIntegrationCredentials } from './remotes/credentials';
import { TestGitRoot, TestGitServer } from './testUtils';

describe('remotes that do not behave', () => {
  let root: TestGitRoot;
  let remote: TestGitServer;
  let cache: string;
  let url: string;
  let commit: string;

  const service = (
    options: { headTimeoutMs?: number } = {},
    config = new ConfigReader({}),
  ) =>
    new CliGitService({
      credentials: createIntegrationCredentials(config),
      cacheDirectory: cache,
      ...options,
    });
  const failureOf = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      e => e,
    );
    expect(error).toBeInstanceOf(GitCommandError);
    return error as GitCommandError;
  };

  beforeEach(async () => {
    root = await TestGitRoot.create();
    remote = await TestGitServer.start(root.path);
    cache = await mkdtemp(join(tmpdir(), 'git-cache-'));
    commit = await root.commit('acme/orders', { 'a.txt': 'a' });
    url = remote.repository('acme/orders');
  });
  afterEach(async () => {
    await remote.stop();
    await root.dispose();
    await rm(cache, { recursive: true, force: true });
  });

  it.each([401, 403])(
    'tells refused credentials (%i) apart, asks once and shows no secret',
    async status => {
      remote.requirePassword('bot', 'right', status);
      const config = new ConfigReader({
        integrations: {
          gitea: [{ host: remote.host, username: 'bot', password: 'wr0ng' }],
        },
      });
      const error = await failureOf(service({}, config).head({ url }));
      expect(error.failure).toBe('unauthorized');
      expect(String(error)).not.toMatch(/wr0ng|d3Iwbmc/);
      expect(remote.requests).toHaveLength(1);
    },
  );

  it('takes a renewed credential over without a restart', async () => {
    remote.requirePassword('bot', 'new');
    const data = (password: string) => ({
      integrations: {
        gitea: [{ host: remote.host, username: 'bot', password }],
      },
    });
    let current = new ConfigReader(data('old'));
    let changed = () => {};
    const config = {
      has: (key: string) => current.has(key),
      getOptionalConfigArray: (key: string) =>
        current.getOptionalConfigArray(key),
      getOptionalConfig: (key: string) => current.getOptionalConfig(key),
      subscribe: (onChange: () => void) => {
        changed = onChange;
        return { unsubscribe() {} };
      },
    } as unknown as ConfigReader;
    const git = service({}, config);
    expect((await failureOf(git.head({ url }))).failure).toBe('unauthorized');
    current = new ConfigReader(data('new'));
    changed();
    await expect(git.head({ url })).resolves.toMatchObject({ commit });
  });

  it('does not take a credential along to another host', async () => {
    const other = await TestGitServer.start(root.path);
    try {
      remote.answer = () =>
        new URL(other.url.replace('127.0.0.1', 'localhost'));
      const config = new ConfigReader({
        integrations: {
          gitea: [{ host: remote.host, username: 'bot', password: 'hush' }],
        },
      });
      const error = await failureOf(service({}, config).head({ url }));
      expect(error.failure).toBe('not-found');
      expect(remote.requests[0].authorization).toMatch(/^Basic /);
      expect(other.requests).toEqual([]);
      // Without one to lose, it follows.
      await expect(service().head({ url })).resolves.toMatchObject({ commit });
    } finally {
      await other.stop();
    }
  });

  it.each(['hang', 'trickle'] as const)(
    'gives up on a remote that answers like this: %s',
    async answer => {
      remote.answer = () => answer;
      const from = performance.now();
      const git = service({ headTimeoutMs: 500 });
      const error = await failureOf(git.head({ url }));
      expect(error.failure).toBe('timeout');
      expect(error.message).toContain('took longer than 0.5 s');
      expect(performance.now() - from).toBeLessThan(10_000);
    },
  );

  it('ends a fetch that hangs when its time is up, and leaves no lock behind', async () => {
    remote.answer = req => (req.method === 'POST' ? 'hang' : 'serve');
    const signal = AbortSignal.timeout(700);
    await expect(service().open({ url, commit, signal })).rejects.toThrow(
      'was aborted',
    );
    remote.answer = () => 'serve';
    await expect(service().open({ url, commit })).resolves.toBeDefined();
  });

  it('makes a mirror anew that a killed fetch left locked', async () => {
    await service().open({ url, commit });
    const [mirror] = await readdir(cache);
    await writeFile(join(cache, mirror, 'packed-refs.lock'), '');
    await root.git('acme/orders', ['tag', 'old']);
    await service().open({ url });
    // Pruning is what needs the lock.
    await root.git('acme/orders', ['tag', '-d', 'old']);
    await writeFile(join(cache, mirror, 'packed-refs.lock'), '');
    const repository = await service().open({ url });
    await expect(repository.revParse('main')).resolves.toBe(commit);
  });

  it('tells a repository that the host does not have from a host that is away', async () => {
    const gone = await failureOf(
      service().head({ url: remote.repository('acme/gone') }),
    );
    expect(gone.failure).toBe('not-found');
    await remote.stop();
    const away = await failureOf(service().head({ url }));
    expect(away.failure).toBe('unreachable');
    remote = await TestGitServer.start(root.path);
  });

  it.each([500, 502, 429])(
    'calls an answer of %i unreachable',
    async status => {
      remote.answer = () => status;
      expect((await failureOf(service().head({ url }))).failure).toBe(
        'unreachable',
      );
    },
  );

  it('follows a force-push that rewrites everything', async () => {
    const git = service();
    await git.open({ url, commit });
    const other = await root.commit(
      'acme/orders',
      { 'a.txt': 'rewritten' },
      { branch: 'scratch', message: 'unrelated' },
    );
    await root.git('acme/orders', ['update-ref', 'refs/heads/main', other]);
    await root.git('acme/orders', ['update-ref', '-d', 'refs/heads/scratch']);
    await expect(git.head({ url })).resolves.toEqual({
      branch: 'main',
      commit: other,
    });
    const repository = await git.open({ url, commit: other });
    await expect(repository.revParse('main')).resolves.toBe(other);
  });

  it('finds nothing where HEAD points nowhere', async () => {
    await root.git('acme/orders', ['symbolic-ref', 'HEAD', 'refs/heads/gone']);
    await expect(service().head({ url })).resolves.toMatchObject({
      commit: undefined,
    });
  });

  it('reads HEAD of a repository with 1,000 branches and 1,000 tags', async () => {
    const refs = Array.from({ length: 1_000 }, (_, n) =>
      [
        `create refs/heads/b/${n} ${commit}`,
        `create refs/tags/t${n} ${commit}`,
      ].join('\n'),
    ).join('\n');
    await root.git('acme/orders', ['update-ref', '--stdin'], true, {
      input: `${refs}\n`,
    });
    await root.git('acme/orders', ['pack-refs', '--all']);
    const git = service();
    await expect(git.head({ url })).resolves.toEqual({
      branch: 'main',
      commit,
    });
    await expect(git.open({ url, commit })).resolves.toBeDefined();
  });
});
