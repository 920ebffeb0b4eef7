import type { DeploymentFact } from '../facts';
import { groupReleases } from './releases';

/**
 * The start of a window at or before `from` that cuts no release in two.
 *
 * @param deployments - of one service; those since a good deal more than
 *   `RELEASE_GAP_DAYS` before `from` are enough
 */
export function alignWindow(
  deployments: readonly DeploymentFact[],
  from: Date,
): Date {
  // Newest first: going back for one release may cut an older one, never a newer one.
  return groupReleases(deployments).reduceRight((start, release) => {
    const [first] = release.parts;
    const isCut = first.finishedAt < start && release.finishedAt >= start;
    return isCut ? first.finishedAt : start;
  }, from);
}
