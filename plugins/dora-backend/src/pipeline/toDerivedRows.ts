import type { DerivedService, ServiceFacts } from '@waymark/plugin-dora-common';
import type { Owners } from '../names/Owners';
import type {
  DerivedChangeRow,
  DerivedDeploymentRow,
  DerivedIncidentRow,
} from './derivedRows';

export interface DerivedRows {
  deployments: DerivedDeploymentRow[];
  changes: DerivedChangeRow[];
  incidents: DerivedIncidentRow[];
}

/** Rows of what was derived, with who owned the service then. */
export function toDerivedRows(
  { service, ...facts }: ServiceFacts,
  derived: DerivedService,
  owners: Owners,
  /** Deployments of before the facts, that changes may have been shipped by. */
  finishedBefore: ReadonlyMap<string, Date> = new Map(),
): DerivedRows {
  const byId = <T extends { id: string }>(items: readonly T[]) =>
    new Map(items.map(item => [item.id, item]));
  const deployments = byId(facts.deployments);
  const changes = byId(facts.changes);
  const incidents = byId(facts.incidents);
  const ownerAt = (at: Date) => owners.at(service, at);
  const finishedAt = (id: string | null) =>
    id === null
      ? null
      : deployments.get(id)?.finishedAt ?? finishedBefore.get(id) ?? null;

  return {
    deployments: derived.deployments.flatMap(row => {
      const fact = deployments.get(row.id);
      return fact
        ? [
            {
              deployment_id: row.id,
              service,
              owner: ownerAt(fact.finishedAt),
              finished_at: fact.finishedAt,
              kind: row.kind,
              counted: row.counted,
              baseline: row.baseline,
              failed: row.failed,
              failure_reason: row.failureReason,
              superseded_by_rollback: row.supersededByRollback,
              unplanned: row.unplanned,
              previous_id: row.previousId,
              recovered_at: row.recoveredAt,
              recovery_seconds: row.recoverySeconds,
              result: fact.result,
            },
          ]
        : [];
    }),
    changes: derived.changes.flatMap(row => {
      const fact = changes.get(row.id);
      const deployedAt = finishedAt(row.deploymentId);
      return fact
        ? [
            {
              change_id: row.id,
              service,
              owner: ownerAt(deployedAt ?? fact.mergedAt),
              merged_at: fact.mergedAt,
              deployed_at: deployedAt,
              deployment_id: row.deploymentId,
              method: row.link?.method ?? null,
              confidence: row.link?.confidence ?? null,
              sample: row.sample,
              lead_seconds: row.leadSeconds,
              coding_seconds: row.codingSeconds,
              pickup_seconds: row.pickupSeconds,
              review_seconds: row.reviewSeconds,
              deploy_seconds: row.deploySeconds,
            },
          ]
        : [];
    }),
    incidents: derived.incidents.flatMap(row => {
      const fact = incidents.get(row.id);
      const startedAt = fact && (fact.impactStartAt ?? fact.detectedAt);
      return startedAt
        ? [
            {
              incident_id: row.id,
              service,
              owner: ownerAt(startedAt),
              started_at: startedAt,
              cause_id: row.causeId,
              method: row.link?.method ?? null,
              confidence: row.link?.confidence ?? null,
            },
          ]
        : [];
    }),
  };
}
