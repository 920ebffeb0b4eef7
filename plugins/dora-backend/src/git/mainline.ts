import type { GitCommit } from '@waymark/git-node';

/** A commit of the main branch, with all that it brought there. */
export interface MainlineCommit {
  commit: GitCommit;
  /** Commits of the branch that it merged; of a commit that is no merge, itself. */
  brought: GitCommit[];
}

/**
 * The main branch by first parents, oldest first. A merge brings what is
 * reachable from its other parents and was not there before.
 *
 * @param commits - all that are reachable from `head`, as far as they are of interest
 */
export function mainlineOf(
  commits: readonly GitCommit[],
  head: string,
): MainlineCommit[] {
  const byId = new Map(commits.map(commit => [commit.id, commit]));
  const line: GitCommit[] = [];
  for (
    let next = byId.get(head);
    next !== undefined;
    next = byId.get(next.parents[0] ?? '')
  ) {
    line.push(next);
  }
  const seen = new Set(line.map(({ id }) => id));
  return line.reverse().map(commit => {
    const isMerge = commit.parents.length > 1;
    return {
      commit,
      brought: isMerge ? unseen(commit.parents.slice(1), byId, seen) : [commit],
    };
  });
}

function unseen(
  from: readonly string[],
  byId: ReadonlyMap<string, GitCommit>,
  seen: Set<string>,
): GitCommit[] {
  const found: GitCommit[] = [];
  const open = [...from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const commit = byId.get(id);
    if (commit && !seen.has(id)) {
      seen.add(id);
      found.push(commit);
      open.push(...commit.parents);
    }
  }
  return found;
}
