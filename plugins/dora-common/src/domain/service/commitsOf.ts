import type { ChangeFact } from '../facts';

/** Every commit that a change is known by. */
export function commitsOf({
  mergeCommitSha,
  commitShas,
}: ChangeFact): readonly string[] {
  return mergeCommitSha === null ? commitShas : [mergeCommitSha, ...commitShas];
}
