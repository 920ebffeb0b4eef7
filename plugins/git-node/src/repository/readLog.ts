import { runGit } from '../command/runGit';
import { assertRef, assertTreePath } from '../command/safety';
import { GitCommit } from '../types';
import type { RepositoryAccess } from './CliGitRepository';

const DEFAULT_MAX_COUNT = 100;
const HARD_MAX_COUNT = 10_000;
const FIELD = '\u001f';
const FORMAT = ['%H', '%P', '%an', '%ae', '%aI', '%cI', '%s'].join('%x1f');

/** Commits reachable from a ref, newest first. */
export async function readLog(
  access: RepositoryAccess,
  options: {
    ref: string;
    notReachableFrom?: string;
    since?: Date;
    paths?: string[];
    noMerges?: boolean;
    maxCount?: number;
    signal?: AbortSignal;
  },
): Promise<GitCommit[]> {
  const maxCount = Math.min(
    options.maxCount ?? DEFAULT_MAX_COUNT,
    HARD_MAX_COUNT,
  );
  const { stdout } = await runGit({
    ...access,
    args: [
      'log',
      '-z',
      '--no-ext-diff',
      '--no-textconv',
      '--no-mailmap',
      `--format=${FORMAT}`,
      `--max-count=${maxCount}`,
      ...(options.noMerges ? ['--no-merges'] : []),
      ...(options.since ? [`--since=${options.since.toISOString()}`] : []),
      '--end-of-options',
      assertRef(options.ref),
      ...(options.notReachableFrom
        ? [`^${assertRef(options.notReachableFrom)}`]
        : []),
      '--',
      ...(options.paths ?? []).map(assertTreePath),
    ],
    signal: options.signal,
  });
  return stdout
    .toString('utf8')
    .split('\0')
    .filter(row => row !== '')
    .map(parseCommit);
}

function parseCommit(row: string): GitCommit {
  const [
    id,
    parents,
    authorName,
    authorEmail,
    authoredAt,
    committedAt,
    subject,
  ] = row.split(FIELD);
  return {
    id,
    parents: parents === '' ? [] : parents.split(' '),
    authorName,
    authorEmail,
    authoredAt: new Date(authoredAt),
    committedAt: new Date(committedAt),
    subject,
  };
}
