import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { CliGitService } from './CliGitService';
import { GitCommandError } from './command/runGit';
import { listRepositories } from './providers/listRepositories';
import { readGitProviders } from './providers/readGitProviders';
import { createIntegrationCredentials } from './remotes/credentials';
import { TestGitRoot } from './testUtils';

describe('folders of repositories that do not behave', () => {
  let root: TestGitRoot;
  const git = new CliGitService({
    credentials: createIntegrationCredentials(new ConfigReader({})),
    cacheDirectory: '/nonexistent',
    headTimeoutMs: 1_000,
  });
  const list = async () => {
    const [provider] = readGitProviders(
      new ConfigReader({
        catalog: {
          providers: {
            git: { p: { root: root.path, baseUrl: 'http://h/git' } },
          },
        },
      }),
    );
    const skipped: string[] = [];
    const found = await listRepositories(provider, {
      onSkipped: reason => skipped.push(reason),
    });
    return { names: found.map(r => r.name), skipped };
  };
  const failureOf = async (work: Promise<unknown>) => {
    const error = await work.then(
      () => undefined,
      e => e,
    );
    expect(error).toBeInstanceOf(GitCommandError);
    return (error as GitCommandError).failure;
  };

  beforeEach(async () => {
    root = await TestGitRoot.create();
    await root.commit('acme/orders', { 'a.txt': 'a' });
  });
  afterEach(() => root.dispose());

  it('passes by pipes, devices, sockets and files', async () => {
    const folder = join(root.path, 'acme');
    execFileSync('mkfifo', [join(folder, 'pipe.git')]);
    await mkdir(join(folder, 'odd.git', 'refs'), { recursive: true });
    await mkdir(join(folder, 'odd.git', 'objects'));
    execFileSync('mkfifo', [join(folder, 'odd.git', 'HEAD')]);
    if (process.getuid?.() === 0) {
      execFileSync('mknod', [join(folder, 'null.git'), 'c', '1', '3']);
    }
    await writeFile(join(folder, 'file.git'), 'x');
    await expect(list()).resolves.toEqual({
      names: ['acme/orders'],
      skipped: [],
    });
  });

  it('does not wait for a pipe in the place of a branch', async () => {
    const path = root.repositoryPath('acme/orders');
    const branch = join(path, 'refs/heads/main');
    await rename(branch, `${branch}.away`);
    execFileSync('mkfifo', [branch]);
    const from = performance.now();
    await git.head({ url: path }).then(
      head => expect(head.commit).toBeUndefined(),
      error => expect(error).toBeInstanceOf(GitCommandError),
    );
    expect(performance.now() - from).toBeLessThan(10_000);
  });

  it('goes on past a folder whose name is no UTF-8, and says so', async () => {
    await mkdir(
      Buffer.concat([
        Buffer.from(join(root.path, 'acme/')),
        Buffer.from([0xff, 0xfe]),
      ]),
    );
    await mkdir(join(root.path, 'acme/two\nlines.git'));
    const { names, skipped } = await list();
    expect(names).toEqual(['acme/orders']);
    expect(skipped).toHaveLength(2);
    expect(skipped[0]).toContain('not printable UTF-8');
  });

  it('keeps names apart that differ in case, and names the loser where two are the same', async () => {
    await root.commit('acme/Orders', { a: '1' });
    await root.commit('umbrella/labs/toy', { a: '1' });
    await root.commit('umbrella.labs/toy', { a: '2' });
    const { names, skipped } = await list();
    expect(names.sort()).toEqual([
      'acme/Orders',
      'acme/orders',
      'umbrella.labs/toy',
    ]);
    expect(skipped).toEqual([
      expect.stringContaining('umbrella.labs/toy is there twice'),
    ]);
  });

  it.each([
    ['a commit', (objects: string[]) => objects],
    ['nothing but rubbish', (objects: string[]) => objects.slice(0, 1)],
  ])('calls damaged objects corrupt: %s', async (_, choose) => {
    const path = root.repositoryPath('acme/orders');
    const commit = (await git.head({ url: path })).commit as string;
    const objects: string[] = [];
    for (const folder of await readdir(join(path, 'objects'))) {
      if (folder.length === 2) {
        for (const name of await readdir(join(path, 'objects', folder))) {
          objects.push(join(path, 'objects', folder, name));
        }
      }
    }
    for (const file of choose(objects)) {
      await chmod(file, 0o600);
      await writeFile(file, 'rubbish');
    }
    const read = async () => {
      const repository = await git.open({ url: path, commit });
      const files = await repository.lsTree({ commit, recursive: true });
      await repository.readBlobs({ ids: files.map(f => f.id), maxBytes: 10 });
      await git.head({ url: path });
    };
    await expect(failureOf(read())).resolves.toBe('corrupt');
  });

  it('has a bounded answer for a HEAD that is large, or names nothing', async () => {
    const path = root.repositoryPath('acme/orders');
    await root.git('acme/orders', ['symbolic-ref', 'HEAD', 'refs/heads/gone']);
    await expect(git.head({ url: path })).resolves.toEqual({
      branch: 'gone',
      commit: undefined,
    });
    await writeFile(join(path, 'HEAD'), 'x'.repeat(20_000_000));
    await expect(git.head({ url: path })).rejects.toThrow(/git .* failed/);
  });

  it('refuses a branch that could be read as an option', async () => {
    const path = root.repositoryPath('acme/orders');
    await writeFile(join(path, 'HEAD'), 'ref: refs/heads/--output=x\n');
    await expect(git.head({ url: path })).rejects.toThrow(
      'Not a valid Git ref',
    );
  });
});
