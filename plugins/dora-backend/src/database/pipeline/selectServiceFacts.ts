import type {
  ChangeFact,
  DeploymentFact,
  IncidentFact,
} from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import { query } from '../query';
import { factIdOf } from '../../domain/ids';

export interface DeploymentRow
  extends Omit<DeploymentFact, 'id' | 'changeIds'> {
  id: string;
  source: string;
  changeKeys: string[];
  deliveryIds: string[];
}

/** A deployment, with the names that others may call it by. */
export interface StoredDeployment {
  fact: DeploymentFact;
  source: string;
  deliveryIds: readonly string[];
}

export const DEPLOYMENTS = `
  SELECT d.deployment_id AS id, d.service, d.environment, d.tier, d.started_at AS "startedAt",
    d.finished_at AS "finishedAt", d.result, d.commit_sha AS "commitSha", d.version,
    d.reported_kind AS "reportedKind", d.unplanned, d.remediates, d.release_id AS "releaseId",
    d.change_keys AS "changeKeys", d.url, d.source, d.delivery_ids AS "deliveryIds",
    (SELECT value FROM decision WHERE target_id = d.deployment_id ORDER BY decision_id DESC LIMIT 1) AS override
  FROM deployment AS d`;

export const CHANGES = `
  SELECT c.change_id AS id, c.services, c.repository, c.title, c.first_commit_at AS "firstCommitAt",
    c.opened_at AS "openedAt", c.first_review_at AS "firstReviewAt", c.approved_at AS "approvedAt",
    c.merged_at AS "mergedAt", c.merge_commit_sha AS "mergeCommitSha", c.commit_shas AS "commitShas",
    c.additions, c.deletions, c.is_bot AS "isBot", c.labels, c.branch, c.revert_of AS "revertOf", c.url,
    m.service
  FROM change_service AS m JOIN change AS c ON c.change_id = m.change_id`;

export const INCIDENTS = `
  SELECT i.incident_id AS id, i.service, i.title, i.severity, i.detected_at AS "detectedAt",
    i.impact_start_at AS "impactStartAt", i.mitigated_at AS "mitigatedAt", i.resolved_at AS "resolvedAt",
    i.reopened, i.reported_cause AS "reportedCause", i.source,
    (SELECT value #>> '{}' FROM decision WHERE target_id = i.incident_id ORDER BY decision_id DESC LIMIT 1) AS "causeOverride",
    i.url
  FROM incident AS i`;

/** Production deployments of services. */
export async function selectDeploymentFacts(
  knex: Knex,
  services: readonly string[],
): Promise<StoredDeployment[]> {
  const rows = await query<DeploymentRow>(
    knex,
    `${DEPLOYMENTS}
     WHERE d.service = ANY(?::text[]) AND d.tier = 'production' AND d.attribution = 'mapped'`,
    [services],
  );
  return rows.map(toStoredDeployment);
}

export function toStoredDeployment({
  source,
  changeKeys,
  deliveryIds,
  ...fact
}: DeploymentRow): StoredDeployment {
  return {
    source,
    deliveryIds,
    fact: {
      ...fact,
      changeIds: changeKeys.map(key => factIdOf('change', source, key)),
    },
  };
}

/** Changes of services that no richer source tells of. */
export async function selectChangeFacts(
  knex: Knex,
  services: readonly string[],
): Promise<(ChangeFact & { service: string })[]> {
  return query(
    knex,
    `${CHANGES} WHERE m.service = ANY(?::text[]) AND c.superseded_by IS NULL`,
    [services],
  );
}

/** Incidents of services in production. */
export async function selectIncidentFacts(
  knex: Knex,
  services: readonly string[],
): Promise<(IncidentFact & { source: string })[]> {
  return query(
    knex,
    `${INCIDENTS}
     WHERE i.service = ANY(?::text[]) AND i.tier = 'production' AND i.attribution = 'mapped'`,
    [services],
  );
}

/** What Git says that deployments brought. */
export async function selectCommitRanges(
  knex: Knex,
  services: readonly string[],
): Promise<{ service: string; deploymentId: string; shas: string[] }[]> {
  return query(
    knex,
    `SELECT service, deployment_id AS "deploymentId", shas FROM commit_range
     WHERE service = ANY(?::text[]) AND shas IS NOT NULL`,
    [services],
  );
}

/** The same for some deployments. */
export async function selectRangesOf(
  knex: Knex,
  deploymentIds: readonly string[],
): Promise<{ service: string; deploymentId: string; shas: string[] }[]> {
  return query(
    knex,
    `SELECT service, deployment_id AS "deploymentId", shas FROM commit_range
     WHERE deployment_id = ANY(?::uuid[]) AND shas IS NOT NULL`,
    [deploymentIds],
  );
}
