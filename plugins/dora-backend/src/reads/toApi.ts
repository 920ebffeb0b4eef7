import type {
  Change,
  Deployment,
  Incident,
  RawEvent,
} from '@waymark/plugin-dora-common';
import type { ChangeRow } from '../database/reads/changeRows';
import type { DeploymentRow } from '../database/reads/deploymentRows';
import type { EventRow } from '../database/reads/selectEvents';
import type { IncidentRow } from '../database/reads/selectIncidents';

const iso = (date: Date) => date.toISOString();
const isoOrNull = (date: Date | null) => date?.toISOString() ?? null;

/** What the grace period of a deployment is measured against. */
export interface Moment {
  now: Date;
  graceMs: number;
}

export function toDeployment(row: DeploymentRow, moment: Moment): Deployment {
  const counted = row.counted ?? false;
  const failed = row.failed ?? false;
  const age = moment.now.getTime() - row.finished_at.getTime();
  return {
    id: row.deployment_id,
    service: row.service,
    environment: row.environment,
    tier: row.tier,
    startedAt: isoOrNull(row.started_at),
    finishedAt: iso(row.finished_at),
    result: row.result,
    kind: row.kind,
    counted,
    baseline: row.baseline ?? false,
    failed,
    failureReason: row.failure_reason,
    pending: counted && !failed && age < moment.graceMs,
    supersededByRollback: row.superseded_by_rollback ?? false,
    unplanned: row.unplanned ?? false,
    recoveredAt: isoOrNull(row.recovered_at),
    recoverySeconds: row.recovery_seconds,
    commitSha: row.commit_sha,
    version: row.version,
    releaseId: row.release_id,
    owner: row.owner,
    changes: row.changes,
    incidents: row.incidents,
    url: row.url,
    override: toOverride(row),
    origin: row.origin,
  };
}

function toOverride(row: DeploymentRow): Deployment['override'] {
  const { override, override_reason, decided_by, decided_at } = row;
  return override && decided_by && decided_at
    ? {
        ...override,
        reason: override_reason ?? '',
        decidedBy: decided_by,
        decidedAt: iso(decided_at),
      }
    : null;
}

export function toChange(row: ChangeRow): Change {
  return {
    id: row.change_id,
    service: row.service,
    repository: row.repository,
    title: row.title,
    firstCommitAt: isoOrNull(row.first_commit_at),
    openedAt: isoOrNull(row.opened_at),
    firstReviewAt: isoOrNull(row.first_review_at),
    approvedAt: isoOrNull(row.approved_at),
    mergedAt: iso(row.merged_at),
    deployedAt: isoOrNull(row.deployed_at),
    deploymentId: row.deployment_id,
    link: row.method && {
      method: row.method,
      confidence: row.confidence ?? 0,
      decidedBy: null,
      decidedAt: null,
    },
    sample: row.sample,
    leadSeconds: row.lead_seconds,
    stages: {
      coding: row.coding_seconds,
      pickup: row.pickup_seconds,
      review: row.review_seconds,
      deploy: row.deploy_seconds,
    },
    additions: row.additions,
    deletions: row.deletions,
    commits: row.commit_shas.length,
    mergeCommitSha: row.merge_commit_sha,
    isBot: row.is_bot,
    labels: row.labels,
    revertOf: row.revert_of,
    owner: row.owner,
    url: row.url,
    origin: row.origin,
  };
}

export function toIncident(row: IncidentRow): Incident {
  const decided = row.method === 'override' || row.decided_by !== null;
  return {
    id: row.incident_id,
    service: row.service,
    title: row.title,
    severity: row.severity,
    detectedAt: iso(row.detected_at),
    impactStartAt: isoOrNull(row.impact_start_at),
    mitigatedAt: isoOrNull(row.mitigated_at),
    resolvedAt: isoOrNull(row.resolved_at),
    reopened: row.reopened,
    causeId: row.cause_id,
    // That a person said "none did" is a link to nothing, and shown as a decision.
    link:
      row.method || decided
        ? {
            method: row.method ?? 'override',
            confidence: row.confidence ?? 1,
            decidedBy: row.decided_by,
            decidedAt: isoOrNull(row.decided_at),
          }
        : null,
    owner: row.owner,
    url: row.url,
    origin: row.origin,
  };
}

export function toRawEvent(row: EventRow): RawEvent {
  return {
    id: row.event_id,
    source: row.source,
    deliveryId: row.delivery_id,
    type: row.type,
    occurredAt: iso(row.occurred_at),
    receivedAt: iso(row.received_at),
    origin: row.origin,
    payload: row.payload,
  };
}
