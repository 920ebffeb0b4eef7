import type {
  DerivedDeployment,
  DerivedService,
  EarlierDeployment,
  ServiceContext,
  ServiceFacts,
} from '../derived';
import type { ChangeFact, IncidentFact } from '../facts';
import { alignWindow } from './alignWindow';
import { commitsOf } from './commitsOf';
import { impactOf } from './linkIncidents';
import { settledAt } from './linkChanges';
import { groupReleases, type Release } from './releases';
import { isSameCommit } from './shas';
import { VersionHistory } from './VersionHistory';

/**
 * Cuts a window out of everything that is known about a service: what
 * `ServiceContext` asks for, in code.
 *
 * @param derived - of all `facts`
 * @returns facts and context whose rows are those of `derived` since `from`
 */
export function windowOf(
  facts: ServiceFacts,
  derived: DerivedService,
  from: Date,
): { facts: ServiceFacts; context: ServiceContext } {
  const start = alignWindow(facts.deployments, from);
  const deployments = facts.deployments.filter(
    ({ finishedAt }) => finishedAt >= start,
  );
  const inside = new Set(deployments.map(({ id }) => id));
  const causeOf = new Map(derived.incidents.map(row => [row.id, row.causeId]));
  const incidents = facts.incidents.filter(
    incident =>
      impactOf(incident) >= start || inside.has(causeOf.get(incident.id) ?? ''),
  );
  const shipped = new Map(
    derived.changes.flatMap(({ id, deploymentId }) =>
      deploymentId === null || inside.has(deploymentId)
        ? []
        : [[id, deploymentId] as const],
    ),
  );
  const past = pastOf(facts, derived, start);
  const part = { ...facts, deployments, incidents };
  const changes = changesWithin(part, past);
  const blamedShipments = changes
    .filter(change => isBlamed(change, incidents))
    .flatMap(({ id }) => shipped.get(id) ?? []);
  return {
    facts: { ...part, changes },
    context: {
      from: start,
      earlier: earlierFor(part, past, blamedShipments),
      shipped,
    },
  };
}

interface PastRelease extends Release {
  row: DerivedDeployment;
}

function pastOf(
  facts: ServiceFacts,
  derived: DerivedService,
  start: Date,
): PastRelease[] {
  const rows = new Map(derived.deployments.map(row => [row.id, row]));
  return groupReleases(facts.deployments)
    .filter(({ finishedAt }) => finishedAt < start)
    .flatMap(release => {
      const row = rows.get(release.id);
      return row ? [{ ...release, row }] : [];
    });
}

const lastDeploy = (past: readonly PastRelease[]) =>
  past.findLast(({ row }) => row.counted && row.kind === 'deploy');

function changesWithin(
  facts: ServiceFacts,
  past: readonly PastRelease[],
): ChangeFact[] {
  const last = lastDeploy(past);
  const since = last ? settledAt(last) : -Infinity;
  const named = new Set(facts.deployments.flatMap(each => each.changeIds));
  const listed = new Set(
    facts.deployments.flatMap(({ id }) => facts.commitRanges.get(id) ?? []),
  );
  return facts.changes.filter(
    change =>
      change.mergedAt.getTime() > since ||
      named.has(change.id) ||
      commitsOf(change).some(sha => listed.has(sha)) ||
      isBlamed(change, facts.incidents),
  );
}

function isBlamed(change: ChangeFact, incidents: readonly IncidentFact[]) {
  return incidents.some(
    ({ reportedCause }) =>
      reportedCause !== null &&
      commitsOf(change).some(sha => isSameCommit(sha, reportedCause)),
  );
}

function earlierFor(
  facts: ServiceFacts,
  past: readonly PastRelease[],
  blamedShipments: readonly string[],
): EarlierDeployment[] {
  const history = new VersionHistory();
  past.forEach((release, position) => history.add(release, position));
  const references = [
    ...facts.incidents.flatMap(({ causeOverride, reportedCause }) => [
      causeOverride,
      reportedCause,
    ]),
    ...facts.deployments.map(({ remediates }) => remediates),
    ...blamedShipments,
  ].filter(reference => reference !== null);
  const found = new Set([
    past.at(-1),
    past.findLast(({ row }) => row.counted),
    lastDeploy(past),
    ...facts.deployments.map(version => past[history.lastOf(version) ?? -1]),
    ...references.flatMap(reference => meant(reference, past)),
  ]);
  return [...found].flatMap(release =>
    release ? release.parts.map(part => earlierPart(part, release)) : [],
  );
}

/** Every earlier release that a reference may mean. */
function meant(reference: string, past: readonly PastRelease[]) {
  return past.flatMap((release, position) => {
    if (release.parts.some(({ id }) => id === reference)) {
      const counted = past
        .slice(0, position)
        .findLast(({ row }) => row.counted);
      return release.row.counted ? [release] : [release, counted];
    }
    const { commitSha } = release;
    const isSame = commitSha !== null && isSameCommit(commitSha, reference);
    return isSame ? [release] : [];
  });
}

function earlierPart(
  deployment: PastRelease['parts'][number],
  { id, row }: PastRelease,
): EarlierDeployment {
  return {
    deployment,
    kind: row.kind,
    counted: row.counted && deployment.id === id,
  };
}
