import { Readable } from 'node:stream';
import { pipeGit } from '../command/runGit';
import { assertCommit, assertTreePath } from '../command/safety';
import type { RepositoryAccess } from './CliGitRepository';

const TIMEOUT_MS = 5 * 60_000;

/** `git archive` of the tree at a path; names in the tar are relative to it, below `folder` where one is given. */
export function archiveTree(
  access: RepositoryAccess,
  options: {
    commit: string;
    path?: string;
    folder?: string;
    signal?: AbortSignal;
  },
): Readable {
  const commit = assertCommit(options.commit);
  const path = assertTreePath(options.path ?? '');
  const folder = assertTreePath(options.folder ?? '');
  return pipeGit({
    ...access,
    args: [
      'archive',
      '--format=tar',
      ...(folder ? [`--prefix=${folder}/`] : []),
      '--end-of-options',
      path === '' ? commit : `${commit}:${path}`,
    ],
    timeoutMs: TIMEOUT_MS,
    signal: options.signal,
  });
}
