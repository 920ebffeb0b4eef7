import { runGit } from '../command/runGit';
import { GitTag } from '../types';
import type { RepositoryAccess } from './CliGitRepository';

const DEFAULT_MAX_COUNT = 1_000;
/** `*` is what an annotated tag points at. */
const FORMAT = [
  '%(refname:strip=2)',
  '%(objecttype)',
  '%(objectname)',
  '%(*objecttype)',
  '%(*objectname)',
  '%(creatordate:iso-strict)',
].join('%1f');
const FIELD = '\u001f';

/** Tags that name a commit, newest first. */
export async function listTags(
  access: RepositoryAccess,
  options: { maxCount?: number; signal?: AbortSignal } = {},
): Promise<GitTag[]> {
  const { maxCount = DEFAULT_MAX_COUNT, signal } = options;
  const { stdout } = await runGit({
    ...access,
    args: [
      'for-each-ref',
      '--sort=-creatordate',
      `--count=${maxCount}`,
      `--format=${FORMAT}`,
      'refs/tags',
    ],
    signal,
  });
  return stdout
    .toString('utf8')
    .split('\n')
    .filter(line => line !== '')
    .flatMap(parseTag);
}

function parseTag(line: string): GitTag[] {
  const [name, type, id, targetType, targetId, at] = line.split(FIELD);
  const date = new Date(at);
  const isCommit = type === 'commit' || targetType === 'commit';
  return isCommit && !Number.isNaN(date.getTime())
    ? [{ name, commit: type === 'commit' ? id : targetId, at: date }]
    : []; // a tag of a tree or blob is no release
}
