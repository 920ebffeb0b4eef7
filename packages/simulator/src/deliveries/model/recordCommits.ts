import type { WrittenCommit } from '../../git/writeRepository';
import type { Change } from './facts';

/** The model learns how its changes turned out in Git: their ids, subjects and tags. */
export function recordCommits(
  changes: readonly Change[],
  commits: readonly Pick<WrittenCommit, 'commit' | 'subject' | 'tag'>[],
) {
  for (const [index, change] of changes.entries()) {
    const { commit, subject, tag } = commits[index];
    change.sha = commit;
    change.title = subject.replace(/ \(#\d+\)$/, '');
    if (tag) change.tag = tag;
  }
}
