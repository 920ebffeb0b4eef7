import type {
  ChangeObservation,
  DeploymentObservation,
  IncidentObservation,
  Observation,
} from '@waymark/plugin-dora-node';
import {
  foldChange,
  foldDeployment,
  foldIncident,
} from '@waymark/plugin-dora-common';
import type { StoredObservation } from '../database/pipeline/selectObservations';
import { repositoryKey } from '../domain/repositoryKey';
import type { NameResolver } from '../names/NameResolver';
import type {
  ChangeFactRow,
  DeploymentFactRow,
  IncidentFactRow,
} from './factRows';

/** All that was said about one thing. */
type Said = readonly [StoredObservation, ...StoredObservation[]];

const speakOf = <T extends Observation>(said: Said) =>
  said.map(({ observation }) => observation as T);

/** Imported history that also came live is live. */
function originOf(said: Said): string {
  const origins = new Set(said.map(({ origin }) => origin));
  return ['live', 'import'].find(origin => origins.has(origin)) ?? 'example';
}

function commonOf(said: Said) {
  return {
    source: said[0].source,
    origin: originOf(said),
    observations: said.length,
    delivery_ids: [...new Set(said.map(({ deliveryId }) => deliveryId))].sort(),
  };
}

/** null while it runs. */
export function toDeploymentRow(
  said: Said,
  names: NameResolver,
): DeploymentFactRow | null {
  const fact = foldDeployment(speakOf<DeploymentObservation>(said));
  if (!fact?.finishedAt || !fact.result) {
    return null;
  }
  const { factId, source } = said[0];
  const { attribution, services } = names.service(source, fact.service);
  return {
    deployment_id: factId,
    ...commonOf(said),
    key: fact.key,
    name: fact.service,
    service: services[0] ?? null,
    attribution,
    environment: fact.environment,
    tier: names.tier(source, fact.environment, fact.tierHint),
    started_at: fact.startedAt,
    finished_at: fact.finishedAt,
    result: fact.result,
    commit_sha: fact.commitSha,
    version: fact.version,
    reported_kind: fact.reportedKind,
    unplanned: fact.unplanned,
    remediates: fact.remediates,
    release_id: fact.releaseId,
    change_keys: fact.changeKeys,
    url: fact.url,
  };
}

/** null while it is open, or given up. */
export function toChangeRow(
  said: Said,
  names: NameResolver,
): ChangeFactRow | null {
  const fact = foldChange(speakOf<ChangeObservation>(said));
  if (!fact?.mergedAt) {
    return null;
  }
  const { factId, source } = said[0];
  const { attribution, services } = fact.service
    ? names.service(source, fact.service)
    : names.repository(source, repositoryKey(fact.repository), fact.paths);
  return {
    change_id: factId,
    ...commonOf(said),
    key: fact.key,
    repository: repositoryKey(fact.repository),
    name: fact.service,
    services,
    attribution,
    title: fact.title,
    first_commit_at: fact.firstCommitAt,
    opened_at: fact.openedAt,
    first_review_at: fact.firstReviewAt,
    approved_at: fact.approvedAt,
    merged_at: fact.mergedAt,
    merge_commit_sha: fact.mergeCommitSha,
    commit_shas: fact.commitShas,
    additions: fact.additions,
    deletions: fact.deletions,
    is_bot: fact.isBot,
    labels: fact.labels,
    branch: fact.branch,
    revert_of: fact.revertOf,
    url: fact.url,
  };
}

export function toIncidentRow(
  said: Said,
  names: NameResolver,
): IncidentFactRow | null {
  const fact = foldIncident(speakOf<IncidentObservation>(said));
  if (!fact) {
    return null;
  }
  const { factId, source } = said[0];
  const { attribution, services } = names.service(source, fact.service);
  return {
    incident_id: factId,
    ...commonOf(said),
    key: fact.key,
    name: fact.service,
    service: services[0] ?? null,
    attribution,
    environment: fact.environment,
    // Who says no environment reports what users notice.
    tier: fact.environment
      ? names.tier(source, fact.environment)
      : 'production',
    title: fact.title,
    severity: fact.severity,
    detected_at: fact.detectedAt,
    impact_start_at: fact.impactStartAt,
    started_at: fact.impactStartAt ?? fact.detectedAt,
    mitigated_at: fact.mitigatedAt,
    resolved_at: fact.resolvedAt,
    reopened: fact.reopened,
    reported_cause: fact.reportedCause,
    url: fact.url,
  };
}
