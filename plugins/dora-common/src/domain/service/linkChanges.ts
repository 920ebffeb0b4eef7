import type { Link, ServiceFacts } from '../derived';
import type { ChangeFact } from '../facts';
import type { ClassifiedRelease } from './classify';
import { commitsOf } from './commitsOf';
import type { Release } from './releases';

export interface Shipping {
  release: ClassifiedRelease;
  link: Link;
}

const EXPLICIT: Link = { method: 'explicit', confidence: 1 };
const COMMIT_RANGE: Link = { method: 'commit-range', confidence: 0.95 };
const MERGE_WINDOW: Link = { method: 'merge-window', confidence: 0.6 };

/** What a release holds is settled when it starts. */
export const settledAt = ({
  startedAt,
  finishedAt,
}: Pick<Release, 'startedAt' | 'finishedAt'>): number =>
  (startedAt ?? finishedAt).getTime();

/**
 * The release that first shipped each change, by change id.
 *
 * What a reporter names beats what Git lists, and that beats a guess from the
 * time of the merge; among equals the earliest release wins. A redeploy ships
 * nothing. A release that names a change we know, or whose commits Git has
 * listed, is not guessed about: the guess is for the rest, and takes what was
 * merged since the last release of kind `deploy` started. A rollback
 * brings back what was shipped before, so it is not guessed about either.
 *
 * @param releases - in order; those from before the window ship nothing here
 */
export function linkChanges(
  releases: readonly ClassifiedRelease[],
  changes: readonly ChangeFact[],
  commitRanges: ServiceFacts['commitRanges'],
): Map<string, Shipping> {
  const shipping = releases.filter(
    ({ kind, isEarlier }) => kind !== 'redeploy' && !isEarlier,
  );
  const links = new Map<string, Shipping>();
  const link = (change: ChangeFact, release: ClassifiedRelease, by: Link) => {
    if (!links.has(change.id)) links.set(change.id, { release, link: by });
  };

  const byId = new Map(changes.map(change => [change.id, change]));
  const isTold = new Set<string>();
  for (const release of shipping) {
    for (const id of release.changeIds) {
      const change = byId.get(id);
      if (!change) continue;
      isTold.add(release.id);
      link(change, release, EXPLICIT);
    }
  }

  const byCommit = indexByCommit(changes);
  for (const release of shipping) {
    const ranges = release.parts.flatMap(part => {
      const range = commitRanges.get(part.id);
      return range ? [range] : [];
    });
    if (ranges.length === 0) continue;
    for (const sha of ranges.flat()) {
      for (const change of byCommit.get(sha) ?? []) {
        link(change, release, COMMIT_RANGE);
      }
    }
    isTold.add(release.id);
  }

  const merged = [...changes].sort(
    (a, b) => a.mergedAt.getTime() - b.mergedAt.getTime(),
  );
  for (const release of shipping) {
    if (release.kind !== 'deploy' || isTold.has(release.id)) continue;
    const { previousDeploy } = release;
    const since =
      previousDeploy === null ? -Infinity : settledAt(releases[previousDeploy]);
    for (const change of mergedWithin(merged, since, settledAt(release))) {
      link(change, release, MERGE_WINDOW);
    }
  }
  return links;
}

function indexByCommit(changes: readonly ChangeFact[]) {
  const byCommit = new Map<string, ChangeFact[]>();
  for (const change of changes) {
    for (const sha of new Set(commitsOf(change))) {
      const there = byCommit.get(sha);
      if (there) there.push(change);
      else byCommit.set(sha, [change]);
    }
  }
  return byCommit;
}

/** Merged after `since`, at the latest at `until`. */
function mergedWithin(
  merged: readonly ChangeFact[],
  since: number,
  until: number,
): readonly ChangeFact[] {
  const start = firstAfter(merged, since);
  return merged.slice(start, Math.max(start, firstAfter(merged, until)));
}

function firstAfter(merged: readonly ChangeFact[], time: number): number {
  let low = 0;
  let high = merged.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (merged[middle].mergedAt.getTime() <= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
