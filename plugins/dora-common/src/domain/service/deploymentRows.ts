import type { DerivedDeployment, ServiceRules } from '../derived';
import type { DeploymentFact } from '../facts';
import type { ClassifiedRelease } from './classify';
import { judge, type Aftermath } from './judge';

const DAY_MS = 86_400_000;

/** What rows of deployments are made of. */
export interface Deliveries {
  /** Classified, in order. */
  releases: readonly ClassifiedRelease[];
  after: Aftermath;
  /** Ids of releases that shipped a hotfix. */
  hotfixes: ReadonlySet<string>;
  baselineGapDays: ServiceRules['baselineGapDays'];
}

const UNCOUNTED = {
  counted: false,
  baseline: false,
  failed: false,
  failureReason: null,
  supersededByRollback: false,
  unplanned: false,
  recoveredAt: null,
  recoverySeconds: null,
} as const;

/** A row for each deployment; of the parts of a release only the last to finish counts. */
export function deploymentRows(
  deployments: readonly DeploymentFact[],
  deliveries: Deliveries,
): DerivedDeployment[] {
  const { releases } = deliveries;
  const releaseOf = new Map(
    releases.flatMap(release =>
      release.parts.map(part => [part.id, release] as const),
    ),
  );
  return deployments.map(deployment => {
    const release = releaseOf.get(deployment.id);
    if (release?.id === deployment.id) return countedRow(release, deliveries);
    return {
      ...UNCOUNTED,
      id: deployment.id,
      kind: release?.kind ?? kindOfJob(deployment),
      previousId: release
        ? idAt(releases, release.previous)
        : lastCountedBefore(releases, deployment),
    };
  });
}

function countedRow(
  release: ClassifiedRelease,
  deliveries: Deliveries,
): DerivedDeployment {
  const { releases, after } = deliveries;
  const { id, kind, counted, previous } = release;
  const { failureReason, recoveredAt, recoverySeconds } = judge(release, after);
  return {
    id,
    kind,
    counted,
    baseline: counted && isBaseline(release, deliveries),
    failed: failureReason !== null,
    failureReason,
    supersededByRollback: after.rollbacks.superseded.has(id),
    unplanned: counted && isUnplanned(release, deliveries),
    previousId: idAt(releases, previous),
    recoveredAt,
    recoverySeconds,
  };
}

function isBaseline(
  { previous, finishedAt }: ClassifiedRelease,
  { releases, baselineGapDays }: Deliveries,
): boolean {
  if (previous === null) return true;
  const gap = finishedAt.getTime() - releases[previous].finishedAt.getTime();
  return gap > baselineGapDays * DAY_MS;
}

/** A decision stands over everything; a rollback or repair is never planned, whatever was reported. */
function isUnplanned(
  { id, kind, override, isRepair, unplanned }: ClassifiedRelease,
  { hotfixes }: Deliveries,
): boolean {
  if (override.unplanned !== undefined) return override.unplanned;
  if (kind === 'rollback' || isRepair) return true;
  return unplanned ?? hotfixes.has(id);
}

function idAt(releases: readonly ClassifiedRelease[], at: number | null) {
  return at === null ? null : releases[at].id;
}

/** A job that came to nothing shipped nothing, so there is nothing to find out. */
function kindOfJob({ override, reportedKind }: DeploymentFact) {
  return override?.kind ?? reportedKind ?? 'deploy';
}

function lastCountedBefore(
  releases: readonly ClassifiedRelease[],
  { finishedAt }: DeploymentFact,
): string | null {
  const last = releases.findLast(
    release => release.counted && release.finishedAt < finishedAt,
  );
  return last?.id ?? null;
}
