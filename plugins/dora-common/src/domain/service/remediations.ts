import type { DeploymentFact } from '../facts';
import type { ClassifiedRelease } from './classify';
import type { DeploymentIndex } from './DeploymentIndex';

/** A deployment that somebody says repairs an earlier one. */
export interface Remediation {
  failed: ClassifiedRelease;
  /** Id of the release that repairs; of the job itself, where it came to nothing. */
  by: string;
  /** null: the attempt failed, so nothing is repaired yet. */
  repairedAt: Date | null;
}

/**
 * Every attempt to repair tells that something had failed, even one that
 * failed itself. A deployment cannot repair one that finished after it, or the
 * release that it is part of.
 *
 * @param deployments - of the window, with any result
 */
export function findRemediations(
  deployments: readonly DeploymentFact[],
  releases: readonly ClassifiedRelease[],
  index: DeploymentIndex,
): Remediation[] {
  const releaseOf = new Map(
    releases.flatMap(release =>
      release.parts.map(part => [part.id, release] as const),
    ),
  );
  return deployments.flatMap(deployment => {
    const { id, remediates, finishedAt } = deployment;
    if (remediates === null) return [];
    const own = releaseOf.get(id);
    const failed =
      index.byId(remediates) ?? index.bySha(remediates, finishedAt);
    const by = own ?? deployment;
    const isPossible =
      failed !== null &&
      failed.id !== by.id &&
      failed.finishedAt <= by.finishedAt;
    return isPossible
      ? [{ failed, by: by.id, repairedAt: own ? own.finishedAt : null }]
      : [];
  });
}
