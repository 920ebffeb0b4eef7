import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GitConfigEntry } from '../command/environment';
import { GitCommandError, runGit } from '../command/runGit';
import { GitRemote } from '../remotes/parseRemote';
import { KeyedLock } from './KeyedLock';

const FETCH_TIMEOUT_MS = 10 * 60_000;
const REFSPECS = ['+refs/heads/*:refs/heads/*', '+refs/tags/*:refs/tags/*'];
const BROKEN_MIRROR =
  /not a git repository|corrupt|bad object|unable to read tree|invalid sha1 pointer|loose object/i;

type Remote = Exclude<GitRemote, { kind: 'local' }>;

/**
 * Bare partial clones (history and trees, blobs on demand) of remotes in a
 * cache folder. A mirror holds nothing that its remote does not, so it can be
 * deleted at any time and every replica may keep its own.
 */
export class MirrorCache {
  readonly #directory: string;
  readonly #lock = new KeyedLock();

  constructor(options: { directory: string }) {
    this.#directory = options.directory;
  }

  /**
   * The git directory of the remote's mirror, created and fetched as needed.
   * With `commit`, a mirror that already has it is used as it is.
   */
  async get(options: {
    remote: Remote;
    config: GitConfigEntry[];
    commit?: string;
    signal?: AbortSignal;
  }): Promise<string> {
    const gitDir = join(this.#directory, mirrorName(options.remote.url));
    return this.#lock.run(gitDir, async () => {
      const existed = await ensureMirror(gitDir, options.remote);
      if (
        existed &&
        options.commit &&
        (await hasCommit(gitDir, options.commit))
      ) {
        return gitDir;
      }
      try {
        await fetchInto(gitDir, options);
      } catch (error) {
        if (!existed || !isBroken(error)) {
          throw error;
        }
        await rm(gitDir, { recursive: true, force: true });
        await ensureMirror(gitDir, options.remote);
        await fetchInto(gitDir, options);
      }
      return gitDir;
    });
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
  options: { remote: Remote; config: GitConfigEntry[]; signal?: AbortSignal },
) {
  const { remote, config, signal } = options;
  await runGit({
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
    signal,
  });
}

async function hasCommit(gitDir: string, commit: string): Promise<boolean> {
  // `fetch` would be asked for a missing commit of a partial clone; a plain
  // walk over the refs is not.
  const { stdout } = await runGit({
    gitDir,
    args: ['for-each-ref', '--format=%(objectname)'],
  });
  return stdout.toString('utf8').split('\n').includes(commit);
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
