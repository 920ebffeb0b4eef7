import type { DeploymentFact, DeploymentOverride } from '../facts';
import { compareText } from '../fold/inOrder';

/** Parts of one release finish at most so long after one another. */
export const RELEASE_GAP_DAYS = 7;
export const RELEASE_GAP_MS = RELEASE_GAP_DAYS * 86_400_000;

/** One or more successful deployments that count as one; its `id` is that of the last part. */
export interface Release {
  id: string;
  /** In the order in which they finished. */
  parts: readonly DeploymentFact[];
  startedAt: Date | null;
  /** When the last part finished. */
  finishedAt: Date;
  commitSha: string | null;
  version: string | null;
  reportedKind: DeploymentFact['reportedKind'];
  unplanned: boolean | null;
  /** Somebody says that it repairs another one. */
  isRepair: boolean;
  changeIds: ReadonlySet<string>;
  override: DeploymentOverride;
}

/** Earlier first; those that finished at once by id, so that the order is always the same. */
export function byFinish(
  a: { finishedAt: Date; id: string },
  b: { finishedAt: Date; id: string },
): number {
  return (
    a.finishedAt.getTime() - b.finishedAt.getTime() || compareText(a.id, b.id)
  );
}

/**
 * Groups successful deployments into releases, in the order in which those
 * finished.
 *
 * Deployments with the same `releaseId` are regions of one release. A tool may
 * use the id again, for example when it takes an old release back to
 * production: so a deployment begins a release of its own where its environment
 * already had this release and something else since, or where the part before
 * it is more than {@link RELEASE_GAP_DAYS} days older.
 */
export function groupReleases(
  deployments: readonly DeploymentFact[],
): Release[] {
  const successes = deployments
    .filter(({ result }) => result === 'success')
    .sort(byFinish);
  const groups: DeploymentFact[][] = [];
  const openGroups = new Map<string, DeploymentFact[]>();
  const lastIn = new Map<string, DeploymentFact>();
  for (const deployment of successes) {
    const { releaseId, environment } = deployment;
    const group = releaseId === null ? undefined : openGroups.get(releaseId);
    if (group && continues(group, deployment, lastIn.get(environment))) {
      group.push(deployment);
    } else {
      const opened = [deployment];
      groups.push(opened);
      if (releaseId !== null) openGroups.set(releaseId, opened);
    }
    lastIn.set(environment, deployment);
  }
  return groups.map(toRelease).sort(byFinish);
}

function continues(
  group: readonly DeploymentFact[],
  deployment: DeploymentFact,
  lastThere: DeploymentFact | undefined,
): boolean {
  const previous = group[group.length - 1];
  const gap = deployment.finishedAt.getTime() - previous.finishedAt.getTime();
  if (gap > RELEASE_GAP_MS) return false;
  return (
    lastThere === undefined ||
    lastThere.releaseId === deployment.releaseId ||
    !group.some(({ environment }) => environment === deployment.environment)
  );
}

export function toRelease(parts: readonly DeploymentFact[]): Release {
  const newestFirst = [...parts].reverse();
  const last = newestFirst[0];
  const starts = parts.flatMap(({ startedAt }) => startedAt?.getTime() ?? []);
  const said = <T>(pick: (part: DeploymentFact) => T | null): T | null =>
    newestFirst.map(pick).find(value => value !== null) ?? null;
  return {
    id: last.id,
    parts,
    startedAt: starts.length > 0 ? new Date(Math.min(...starts)) : null,
    finishedAt: last.finishedAt,
    commitSha: last.commitSha,
    version: last.version,
    reportedKind: said(part => part.reportedKind),
    unplanned: parts.some(part => part.unplanned === true)
      ? true
      : said(part => part.unplanned),
    isRepair: parts.some(part => part.remediates !== null),
    changeIds: new Set(parts.flatMap(part => part.changeIds)),
    override: Object.assign({}, ...parts.map(part => part.override ?? {})),
  };
}
