import {
  alignWindow,
  deriveService,
  type DeploymentFact,
  type ServiceFacts,
  type ServiceRules,
} from '@waymark/plugin-dora-common';
import { LOOK_BACK } from '../../database/pipeline/selectWindowFacts';
import type { Owners } from '../../names/Owners';
import type { DerivedDeploymentRow } from '../derivedRows';
import { toDerivedRows, type DerivedRows } from '../toDerivedRows';
import { toServiceFacts } from '../toServiceFacts';
import type { StoredWindow } from './loadWindows';

/** Rows of a window as they were and as they are. */
export interface WindowRows {
  before: DerivedRows;
  after: DerivedRows;
}

/**
 * Derives the rows of a window.
 *
 * @returns undefined where something in the window may reach back to before it:
 * then all of the service has to be derived. That costs time, never truth.
 */
export function deriveWindow(
  window: StoredWindow,
  rules: ServiceRules,
  owners: Owners,
): WindowRows | undefined {
  const { start, earlier } = window;
  const facts = toServiceFacts(window.facts, rules);
  const inside = new Set(facts.deployments.map(({ id }) => id));
  const rowsOfChanges = new Map(
    window.before.changes.map(row => [row.change_id, row]),
  );
  const shipped = new Map(
    [...rowsOfChanges.values()].flatMap(row =>
      row.deployment_id !== null && !inside.has(row.deployment_id)
        ? [[row.change_id, row.deployment_id] as const]
        : [],
    ),
  );
  if (
    isReleaseCut(window, facts.deployments) ||
    isLastDeployUnknown(window) ||
    namesWhatIsBefore(facts, inside) ||
    isNamedButShipped(facts, shipped, rowsOfChanges)
  ) {
    return undefined;
  }
  const derived = deriveService(facts, {
    from: start,
    earlier: earlier.map(({ deployment, kind, counted }) => ({
      deployment: deployment.fact,
      kind,
      counted,
    })),
    shipped,
  });
  const after = toDerivedRows(facts, derived, owners);
  const before = {
    ...window.before,
    changes: window.before.changes.filter(
      ({ change_id }) => !shipped.has(change_id),
    ),
  };
  return rollsBackTooFar(window, before.deployments, after.deployments) ||
    blamesWhatIsBefore(window, before, after, inside)
    ? undefined
    : { before, after };
}

/** A release with parts on both sides of the start. */
function isReleaseCut(
  { start, lastBefore }: StoredWindow,
  deployments: readonly DeploymentFact[],
): boolean {
  const known = lastBefore.map(({ deployment }) => deployment.fact);
  return alignWindow([...known, ...deployments], start) < start;
}

/** The last deploy of before, or one of its parts, may be further back than was looked. */
function isLastDeployUnknown({ lastBefore }: StoredWindow): boolean {
  const oldest = lastBefore.at(-1);
  if (lastBefore.length < LOOK_BACK || !oldest) {
    return false;
  }
  const deploy = lastBefore.find(
    ({ kind, counted }) => counted && kind === 'deploy',
  );
  const { releaseId } = oldest.deployment.fact;
  return (
    !deploy ||
    (releaseId !== null && deploy.deployment.fact.releaseId === releaseId)
  );
}

/** Something is said to be repaired or to have broken that is not in the window. */
function namesWhatIsBefore(
  { deployments, incidents }: ServiceFacts,
  inside: ReadonlySet<string>,
): boolean {
  const isMissing = (reference: string | null, by: Date) =>
    reference !== null &&
    reference !== 'none' &&
    !inside.has(reference) &&
    !deployments.some(
      ({ commitSha, finishedAt }) =>
        commitSha === reference && finishedAt <= by,
    );
  return (
    deployments.some(({ remediates, finishedAt }) =>
      isMissing(remediates, finishedAt),
    ) ||
    incidents.some(
      ({ causeOverride, reportedCause, impactStartAt, detectedAt }) =>
        isMissing(causeOverride ?? reportedCause, impactStartAt ?? detectedAt),
    )
  );
}

/** A deployment of the window names, or Git lists for it, what was guessed to be shipped before. */
function isNamedButShipped(
  { deployments }: ServiceFacts,
  shipped: ReadonlyMap<string, string>,
  rows: ReadonlyMap<string, DerivedRows['changes'][number]>,
): boolean {
  return deployments.some(({ changeIds }) =>
    changeIds.some(
      id => shipped.has(id) && rows.get(id)?.method !== 'explicit',
    ),
  );
}

/** A rollback that is new, or is none any more, to or from what ran before the window. */
function rollsBackTooFar(
  { from, sameBefore, earlier, facts }: StoredWindow,
  before: readonly DerivedDeploymentRow[],
  after: readonly DerivedDeploymentRow[],
): boolean {
  const kept = new Map(after.map(row => [row.deployment_id, row]));
  const gone = before.some(
    row =>
      row.kind === 'rollback' &&
      kept.get(row.deployment_id)?.kind !== 'rollback',
  );
  const old = new Map(before.map(row => [row.deployment_id, row]));
  const versions = new Map(
    facts.deployments.map(({ fact }) => [fact.id, fact]),
  );
  const beforeIds = new Set(earlier.map(each => each.deployment.fact.id));
  const ranBefore = ({ commitSha, version }: DeploymentFact) =>
    sameBefore.some(
      ({ deployment: { fact } }) =>
        (commitSha !== null && fact.commitSha === commitSha) ||
        (version !== null && fact.version === version),
    );
  const tooFar = after.some(row => {
    const isNews =
      row.finished_at >= from ||
      old.get(row.deployment_id)?.kind !== 'rollback';
    const fact = versions.get(row.deployment_id);
    return (
      row.kind === 'rollback' &&
      isNews &&
      fact !== undefined &&
      (ranBefore(fact) ||
        row.previous_id === null ||
        beforeIds.has(row.previous_id))
    );
  });
  return gone || tooFar;
}

/** An incident is, or was, the fault of what was deployed before the window. */
function blamesWhatIsBefore(
  { from }: StoredWindow,
  before: DerivedRows,
  after: DerivedRows,
  inside: ReadonlySet<string>,
): boolean {
  const isBefore = (cause: string | null) =>
    cause !== null && !inside.has(cause);
  const now = new Map(after.incidents.map(row => [row.incident_id, row]));
  const then = new Map(before.incidents.map(row => [row.incident_id, row]));
  const ids = new Set([...now.keys(), ...then.keys()]);
  return [...ids].some(id => {
    const current = now.get(id);
    const old = then.get(id);
    const isTouched =
      !current ||
      !old ||
      current.started_at >= from ||
      current.cause_id !== old.cause_id;
    return (
      isTouched &&
      (isBefore(current?.cause_id ?? null) || isBefore(old?.cause_id ?? null))
    );
  });
}
