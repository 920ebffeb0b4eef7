import type { EarlierDeployment } from '../derived';
import { byFinish, toRelease, type Release } from './releases';

/** Releases of before the window: a part that neither counts nor is a redeploy is a region of the next one with its release id. */
export function earlierReleases(
  earlier: readonly EarlierDeployment[],
): Release[] {
  const isWhole = ({ counted, kind }: EarlierDeployment) =>
    counted || kind === 'redeploy';
  const parts = earlier
    .filter(each => !isWhole(each))
    .map(each => each.deployment);
  const wholes = earlier.filter(isWhole).map(each => each.deployment);
  return wholes.sort(byFinish).map((whole, index) => {
    const before = wholes
      .slice(0, index)
      .findLast(({ releaseId }) => releaseId === whole.releaseId);
    const own = parts.filter(
      part =>
        part.releaseId !== null &&
        part.releaseId === whole.releaseId &&
        byFinish(part, whole) < 0 &&
        (!before || byFinish(part, before) > 0),
    );
    return toRelease([...own.sort(byFinish), whole]);
  });
}
