import type { FailureReason } from '../derived';
import type { IncidentFact } from '../facts';
import type { ClassifiedRelease } from './classify';
import type { Remediation } from './remediations';
import type { Rollbacks } from './rollbacks';

/** What happened to releases after they were in production. */
export interface Aftermath {
  /** Incidents that a release caused, by its id. */
  incidents: ReadonlyMap<string, readonly IncidentFact[]>;
  /** Attempts to repair a release, by its id. */
  remediations: ReadonlyMap<string, readonly Remediation[]>;
  rollbacks: Rollbacks;
}

export interface Verdict {
  failureReason: FailureReason | null;
  recoveredAt: Date | null;
  recoverySeconds: number | null;
}

const FINE: Verdict = {
  failureReason: null,
  recoveredAt: null,
  recoverySeconds: null,
};

/**
 * Whether a release failed, and when it was repaired: at the earlier of its
 * first successful remediation and the end of its incidents (mitigated, else
 * resolved; of several the last, and never while one is open).
 */
export function judge(release: ClassifiedRelease, after: Aftermath): Verdict {
  const reason = reasonOf(release, after);
  if (reason === null) return FINE;
  const recoveredAt = recoveryOf(release.id, after);
  const seconds = recoveredAt
    ? (recoveredAt.getTime() - release.finishedAt.getTime()) / 1000
    : null;
  return {
    failureReason: reason,
    recoveredAt,
    recoverySeconds: seconds === null ? null : Math.max(0, seconds),
  };
}

function reasonOf(
  { id, counted, override }: ClassifiedRelease,
  { incidents, remediations, rollbacks }: Aftermath,
): FailureReason | null {
  if (!counted || override.failed === false) return null;
  if (override.failed === true) return 'override';
  if (incidents.has(id)) return 'incident';
  if (rollbacks.replacedBy.has(id)) return 'rolled-back';
  return remediations.has(id) ? 'remediated' : null;
}

function recoveryOf(
  id: string,
  { incidents, remediations, rollbacks }: Aftermath,
): Date | null {
  const rollback = rollbacks.replacedBy.get(id);
  const repairs = [
    ...(remediations.get(id) ?? []).flatMap(({ repairedAt }) =>
      repairedAt ? [repairedAt] : [],
    ),
    ...(rollback ? [rollback.finishedAt] : []),
  ];
  const ends = (incidents.get(id) ?? []).map(
    ({ mitigatedAt, resolvedAt }) => mitigatedAt ?? resolvedAt,
  );
  const closed = ends.filter(end => end !== null);
  const isOver = ends.length > 0 && closed.length === ends.length;
  const candidates = isOver ? [...repairs, latest(closed)] : repairs;
  return candidates.length > 0 ? earliest(candidates) : null;
}

function earliest(dates: readonly Date[]) {
  return new Date(Math.min(...dates.map(date => date.getTime())));
}

function latest(dates: readonly Date[]) {
  return new Date(Math.max(...dates.map(date => date.getTime())));
}
