import type { EarlierDeployment } from '../derived';
import { byFinish, RELEASE_GAP_MS, toRelease, type Release } from './releases';

/**
 * Releases of before the window, in the order in which they finished.
 *
 * Their regions are told from how they were derived: what neither counts nor
 * is a redeploy is a region of the next deployment with its release id that
 * counts, and a redeploy is one of the next redeploy with it.
 */
export function earlierReleases(
  earlier: readonly EarlierDeployment[],
): Release[] {
  const newestFirst = [...earlier].sort((a, b) =>
    byFinish(b.deployment, a.deployment),
  );
  const groups: EarlierDeployment[][] = [];
  for (const each of newestFirst) {
    const group = groups.findLast(later => isRegion(each, later));
    if (group) group.push(each);
    else groups.push([each]);
  }
  return groups
    .map(group => toRelease(group.reverse().map(each => each.deployment)))
    .sort(byFinish);
}

/** @param later - regions of one release, newest first */
function isRegion(
  { deployment, kind, counted }: EarlierDeployment,
  later: readonly EarlierDeployment[],
): boolean {
  const [last] = later;
  const next = later[later.length - 1].deployment;
  const gap = next.finishedAt.getTime() - deployment.finishedAt.getTime();
  return (
    !counted &&
    deployment.releaseId !== null &&
    deployment.releaseId === next.releaseId &&
    kind === last.kind &&
    gap <= RELEASE_GAP_MS
  );
}
