import { runGit } from '../command/runGit';
import { assertCommit } from '../command/safety';
import { GitDiffEntry } from '../types';
import type { RepositoryAccess } from './CliGitRepository';

const STATUS: Record<string, GitDiffEntry['status']> = {
  A: 'added',
  D: 'deleted',
  M: 'modified',
  T: 'modified',
};

/** Paths that differ between two commits. */
export async function diffNames(
  access: RepositoryAccess,
  options: { from: string; to: string; signal?: AbortSignal },
): Promise<GitDiffEntry[]> {
  const { stdout } = await runGit({
    ...access,
    args: [
      'diff-tree',
      '-r',
      '-z',
      '--no-renames',
      '--name-status',
      assertCommit(options.from),
      assertCommit(options.to),
    ],
    signal: options.signal,
  });
  const fields = stdout.toString('utf8').split('\0');
  const entries: GitDiffEntry[] = [];
  for (let i = 0; i + 1 < fields.length; i += 2) {
    entries.push({
      status: STATUS[fields[i]] ?? 'modified',
      path: fields[i + 1],
    });
  }
  return entries;
}
