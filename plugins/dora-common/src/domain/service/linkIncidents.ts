import type { DerivedIncident, Link, ServiceRules } from '../derived';
import type { ChangeFact, IncidentFact } from '../facts';
import type { ClassifiedRelease } from './classify';
import { commitsOf } from './commitsOf';
import type { DeploymentIndex } from './DeploymentIndex';
import { isSameCommit } from './shas';

const HOUR_MS = 3_600_000;
const OVERRIDE: Link = { method: 'override', confidence: 1 };
const EXPLICIT: Link = { method: 'explicit', confidence: 1 };
const LAST_BEFORE: Link = { method: 'last-before', confidence: 0.5 };

const NONE: Omit<DerivedIncident, 'id'> = { causeId: null, link: null };

/** What an incident may be blamed on. */
export interface Suspects {
  deployments: DeploymentIndex;
  changes: readonly ChangeFact[];
  /** The deployment that shipped a change first, by change id. */
  shippedBy: (changeId: string) => string | null;
}

/** When people began to suffer: an incident is found later than it starts. */
export const impactOf = ({ impactStartAt, detectedAt }: IncidentFact): Date =>
  impactStartAt ?? detectedAt;

/**
 * The one deployment that caused an incident: what a person decided; else what
 * the reporter blamed, by id or commit, and nothing where that is unknown;
 * else the last counted deployment before the impact, if it is recent enough.
 */
export function linkIncident(
  incident: IncidentFact,
  suspects: Suspects,
  causeWindowHours: ServiceRules['causeWindowHours'],
): DerivedIncident {
  const { id, causeOverride, reportedCause } = incident;
  if (causeOverride === 'none') return { id, causeId: null, link: OVERRIDE };
  if (causeOverride !== null) {
    const cause = suspects.deployments.byId(causeOverride);
    return cause ? { id, causeId: cause.id, link: OVERRIDE } : { id, ...NONE };
  }
  const impact = impactOf(incident);
  if (reportedCause !== null) {
    const cause = blamed(reportedCause, impact, suspects);
    return cause ? { id, causeId: cause.id, link: EXPLICIT } : { id, ...NONE };
  }
  const last = suspects.deployments.lastBefore(impact);
  const age = last ? impact.getTime() - last.finishedAt.getTime() : Infinity;
  return last && age <= causeWindowHours * HOUR_MS
    ? { id, causeId: last.id, link: LAST_BEFORE }
    : { id, ...NONE };
}

function blamed(
  reference: string,
  impact: Date,
  { deployments, changes, shippedBy }: Suspects,
): ClassifiedRelease | null {
  const known =
    deployments.byId(reference) ?? deployments.bySha(reference, impact);
  if (known) return known;
  const shippedIn = changes
    .filter(change =>
      commitsOf(change).some(sha => isSameCommit(sha, reference)),
    )
    .map(change => shippedBy(change.id))
    .find(deployment => deployment !== null);
  return shippedIn ? deployments.byId(shippedIn) : null;
}
