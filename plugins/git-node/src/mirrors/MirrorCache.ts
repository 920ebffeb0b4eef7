import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GitConfigEntry } from '../command/environment';
import { GitCommandError, runGit } from '../command/runGit';
import { assertCommit } from '../command/safety';
import { GitRemote } from '../remotes/parseRemote';
import { ensurePrivateFolder } from './ensurePrivateFolder';
import { guardDownload } from './guardDownload';
import { KeyedLock } from './KeyedLock';

const FETCH_TIMEOUT_MS = 10 * 60_000;
const MAX_FETCH_BYTES = 2 * 1024 ** 3;
const REFSPECS = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];
const BROKEN_MIRROR =
  /not a git repository|corrupt|bad object|unable to read tree|invalid sha1 pointer|loose object|\.lock': file exists/i;

type Remote = Exclude<GitRemote, { kind: 'local' }>;

/**
 * Bare partial clones (history and trees, blobs on demand) of remotes in a
 * cache folder. A mirror holds nothing that its remote does not, so it can be
 * deleted at any time and every replica may keep its own.
 */
export class MirrorCache {
  readonly #directory: string;
  readonly #maxFetchBytes: number;
  readonly #clock: () => number;
  readonly #lock = new KeyedLock();
  readonly #fetchedAt = new Map<string, number>();

  constructor(options: {
    directory: string;
    maxFetchBytes?: number;
    /** Milliseconds; for tests. */
    clock?: () => number;
  }) {
    this.#directory = options.directory;
    this.#maxFetchBytes = options.maxFetchBytes ?? MAX_FETCH_BYTES;
    this.#clock = options.clock ?? (() => performance.now());
  }

  /**
   * The git directory of the remote's mirror, created and fetched as needed.
   * With `commit`, a mirror that already has it is used as it is; with
   * `maxAgeMs`, so is one that was fetched less than this long ago.
   *
   * @throws ServiceUnavailableError when others can write the cache folder
   */
  async get(options: {
    remote: Remote;
    config: GitConfigEntry[];
    commit?: string;
    maxAgeMs?: number;
    signal?: AbortSignal;
  }): Promise<string> {
    const gitDir = join(this.#directory, mirrorName(options.remote.url));
    await ensurePrivateFolder(this.#directory);
    // Readers of what is there do not wait for one that fetches.
    if (await this.#suffices(gitDir, options)) {
      return gitDir;
    }
    return this.#lock.run(gitDir, async () => {
      const existed = await ensureMirror(gitDir, options.remote);
      // It may have been fetched while this one waited.
      if (existed && (await this.#suffices(gitDir, options))) {
        return gitDir;
      }
      const fetching = { ...options, maxBytes: this.#maxFetchBytes };
      try {
        await fetchInto(gitDir, fetching);
      } catch (error) {
        if (!existed || !isBroken(error)) {
          throw error;
        }
        await rm(gitDir, { recursive: true, force: true });
        await ensureMirror(gitDir, options.remote);
        await fetchInto(gitDir, fetching);
      }
      this.#fetchedAt.set(gitDir, this.#clock());
      return gitDir;
    });
  }

  async #suffices(
    gitDir: string,
    options: { commit?: string; maxAgeMs?: number },
  ): Promise<boolean> {
    const { commit, maxAgeMs } = options;
    if (!(await exists(join(gitDir, 'HEAD')))) {
      return false;
    }
    if (commit && (await hasCommit(gitDir, commit))) {
      return true;
    }
    const fetchedAt = this.#fetchedAt.get(gitDir);
    return (
      maxAgeMs !== undefined &&
      fetchedAt !== undefined &&
      this.#clock() - fetchedAt < maxAgeMs
    );
  }
}

/**
 * Creates an empty mirror under a temporary name and renames it, so that no
 * other process ever sees half of one. True when it already existed.
 */
async function ensureMirror(gitDir: string, remote: Remote): Promise<boolean> {
  if (await exists(join(gitDir, 'HEAD'))) {
    return true;
  }
  const temporary = `${gitDir}.new-${randomUUID()}`;
  await mkdir(temporary, { recursive: true, mode: 0o700 });
  try {
    await runGit({ args: ['init', '--quiet', '--bare', '--', temporary] });
    const settings = [
      ['core.repositoryFormatVersion', '1'],
      ['extensions.partialClone', 'origin'],
      ['remote.origin.url', remote.url],
      ['remote.origin.promisor', 'true'],
      ['remote.origin.partialCloneFilter', 'blob:none'],
    ];
    for (const [key, value] of settings) {
      await runGit({ gitDir: temporary, args: ['config', key, value] });
    }
    await rename(temporary, gitDir);
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    // Another process was faster: its mirror is as good.
    if (!(await exists(join(gitDir, 'HEAD')))) {
      throw error;
    }
  }
  return false;
}

async function fetchInto(
  gitDir: string,
  options: {
    remote: Remote;
    config: GitConfigEntry[];
    maxBytes: number;
    signal?: AbortSignal;
  },
) {
  const { remote, config, maxBytes, signal } = options;
  await guardDownload({ gitDir, maxBytes, signal }, guarded =>
    runGit({
      gitDir,
      args: [
        'fetch',
        '--quiet',
        '--prune',
        '--no-tags',
        '--force',
        '--no-write-fetch-head',
        '--filter=blob:none',
        '--',
        'origin',
        ...REFSPECS,
      ],
      config,
      allowHttp: remote.kind === 'http' && remote.plain,
      timeoutMs: FETCH_TIMEOUT_MS,
      signal: guarded,
    }),
  );
}

async function hasCommit(gitDir: string, commit: string): Promise<boolean> {
  const { exitCode } = await runGit({
    gitDir,
    args: ['cat-file', '-e', `${assertCommit(commit)}^{commit}`],
    offline: true,
    expectedExitCodes: [1, 128],
  });
  return exitCode === 0;
}

function mirrorName(url: string): string {
  const digest = createHash('sha256').update(url).digest('hex').slice(0, 16);
  const readable = url
    .replace(/^[a-z]+:\/\//i, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 60);
  return `${readable}-${digest}.git`;
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function isBroken(error: unknown): boolean {
  return error instanceof GitCommandError && BROKEN_MIRROR.test(error.stderr);
}
