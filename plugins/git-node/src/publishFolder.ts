import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConflictError, ServiceUnavailableError } from '@backstage/errors';
import type { GitConfigEntry } from './command/environment';
import { GitCommandError, runGit } from './command/runGit';
import { assertRef } from './command/safety';
import type { GitCredentials } from './remotes/credentials';
import { parseRemote } from './remotes/parseRemote';
import type { GitPublication } from './types';

const TIMEOUT_MS = 5 * 60_000;

/** See {@link GitService.publishFolder}. */
export async function publishFolder(
  options: GitPublication & { credentials: GitCredentials },
): Promise<{ commit: string; wasThere: boolean }> {
  const { folder, message, author, signal } = options;
  const branch = assertRef(options.branch);
  const remote = parseRemote(options.url);
  const address = remote.kind === 'local' ? remote.path : remote.url;
  const gitDir = await mkdtemp(join(tmpdir(), 'waymark-publish-'));
  const config: GitConfigEntry[] = [
    ...(await options.credentials.configFor(remote)),
    ['user.name', author.name],
    ['user.email', author.email],
    ['core.autocrlf', 'false'],
  ];
  const git = async (...args: string[]) => {
    const { stdout } = await runGit({
      args,
      gitDir,
      config,
      allowHttp: remote.kind === 'http' && remote.plain,
      timeoutMs: TIMEOUT_MS,
      signal,
    });
    return stdout.toString('utf8').trim();
  };
  try {
    await runGit({ args: ['init', '--bare', '--quiet', gitDir] });
    await git('config', 'core.bare', 'false');
    await git('config', 'core.worktree', folder);
    await git('add', '--all');
    const tree = await git('write-tree');
    const commit = await git('commit-tree', '-m', message, tree);
    const target = `refs/heads/${branch}`;
    try {
      await git('push', '--quiet', address, `${commit}:${target}`);
      return { commit, wasThere: false };
    } catch (error) {
      if (!(error instanceof GitCommandError) || !isTaken(error)) {
        throw new ServiceUnavailableError(
          `Publishing to ${address} failed`,
          error,
        );
      }
    }
    await git('fetch', '--quiet', '--depth=1', address, target);
    const there = await git('rev-parse', 'FETCH_HEAD');
    if ((await git('rev-parse', 'FETCH_HEAD^{tree}')) !== tree) {
      throw new ConflictError(
        `The branch ${branch} of ${address} has other content already; choose another name`,
      );
    }
    return { commit: there, wasThere: true };
  } finally {
    await rm(gitDir, { recursive: true, force: true });
  }
}

/** The remote has the branch already, with a history of its own. */
function isTaken({ stderr }: GitCommandError): boolean {
  return /\[(?:remote )?rejected\]|fetch first|non-fast-forward/.test(stderr);
}
