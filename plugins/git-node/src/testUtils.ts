import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export { TestGitServer, type TestAnswer } from './testGitServer';

const run = promisify(execFile);

/** What one commit of a test repository holds: file contents, symbolic links, submodules. */
export type TestTree = Record<
  string,
  string | Buffer | { symlink: string } | { submodule: string }
>;

/**
 * A folder of real bare repositories for tests, written with the git command
 * line and no checkout, so that every hostile tree can be made.
 */
export class TestGitRoot {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async create(): Promise<TestGitRoot> {
    return new TestGitRoot(await mkdtemp(join(tmpdir(), 'git-root-')));
  }

  repositoryPath(name: string): string {
    return join(this.path, `${name}.git`);
  }

  /** Creates a bare repository without a commit. */
  async init(name: string): Promise<string> {
    const path = this.repositoryPath(name);
    await mkdir(dirname(path), { recursive: true });
    await this.git(name, ['init', '-q', '--bare', '-b', 'main', path], false);
    await this.git(name, ['config', 'uploadpack.allowFilter', 'true']);
    await this.git(name, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
    return path;
  }

  /** Commits a whole tree to a branch and returns the commit id. */
  async commit(
    name: string,
    tree: TestTree,
    options: { branch?: string; message?: string; date?: Date } = {},
  ): Promise<string> {
    const path = this.repositoryPath(name);
    await this.git(name, ['rev-parse', '--git-dir']).catch(() =>
      this.init(name),
    );
    const branch = options.branch ?? 'main';
    const index = join(path, 'test-index');
    await rm(index, { force: true });
    const env = { GIT_INDEX_FILE: index };
    let listing = '';
    for (const [file, content] of Object.entries(tree)) {
      listing += `${await this.#entry(name, content)}\t${file}\0`;
    }
    await this.git(name, ['update-index', '-z', '--index-info'], true, {
      input: listing,
      env,
    });
    const treeId = await this.git(name, ['write-tree'], true, { env });
    const parent = await this.git(name, [
      'rev-parse',
      '--verify',
      '-q',
      `refs/heads/${branch}`,
    ]).catch(() => '');
    const date = (options.date ?? new Date()).toISOString();
    const commit = await this.git(
      name,
      [
        'commit-tree',
        treeId,
        '-m',
        options.message ?? 'change',
        ...(parent ? ['-p', parent] : []),
      ],
      true,
      { env: { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date } },
    );
    await this.git(name, ['update-ref', `refs/heads/${branch}`, commit]);
    return commit;
  }

  async remove(name: string): Promise<void> {
    await rm(this.repositoryPath(name), { recursive: true, force: true });
  }

  async dispose(): Promise<void> {
    await rm(this.path, { recursive: true, force: true });
  }

  /** Runs git on a repository of this root. */
  async git(
    name: string,
    args: string[],
    inRepository = true,
    options: { input?: string | Buffer; env?: Record<string, string> } = {},
  ): Promise<string> {
    const pending = run(
      'git',
      inRepository ? ['--git-dir', this.repositoryPath(name), ...args] : args,
      {
        maxBuffer: 64 * 1024 * 1024,
        env: {
          PATH: process.env.PATH,
          GIT_CONFIG_NOSYSTEM: '1',
          GIT_CONFIG_GLOBAL: '/dev/null',
          GIT_AUTHOR_NAME: 'Test',
          GIT_AUTHOR_EMAIL: 'test@example.com',
          GIT_COMMITTER_NAME: 'Test',
          GIT_COMMITTER_EMAIL: 'test@example.com',
          ...options.env,
        },
      },
    );
    // git may end before it reads its input.
    pending.child.stdin?.on('error', () => {});
    pending.child.stdin?.end(options.input ?? '');
    return (await pending).stdout.trim();
  }

  async #entry(name: string, content: TestTree[string]): Promise<string> {
    if (typeof content === 'object' && 'submodule' in content) {
      return `160000 commit ${content.submodule}`;
    }
    const isLink = typeof content === 'object' && 'symlink' in content;
    const input = isLink ? content.symlink : content;
    const id = await this.git(name, ['hash-object', '-w', '--stdin'], true, {
      input,
    });
    return `${isLink ? '120000' : '100644'} blob ${id}`;
  }
}
