import type { Tier } from '@waymark/plugin-dora-common';

/** A deployment with everything that is known about it. */
export interface DeploymentRow {
  deployment_id: string;
  service: string;
  environment: string;
  tier: Tier;
  started_at: Date | null;
  finished_at: Date;
  result: 'success' | 'failure' | 'canceled' | 'unknown';
  commit_sha: string | null;
  version: string | null;
  release_id: string | null;
  url: string | null;
  origin: string;
  owner: string | null;
  kind: 'deploy' | 'redeploy' | 'rollback' | null;
  counted: boolean | null;
  baseline: boolean | null;
  failed: boolean | null;
  failure_reason: 'incident' | 'rolled-back' | 'remediated' | 'override' | null;
  superseded_by_rollback: boolean | null;
  unplanned: boolean | null;
  previous_id: string | null;
  recovered_at: Date | null;
  recovery_seconds: number | null;
  changes: number;
  incidents: number;
  override: {
    kind?: 'deploy' | 'redeploy' | 'rollback';
    unplanned?: boolean;
    failed?: boolean;
  } | null;
  override_reason: string | null;
  decided_by: string | null;
  decided_at: Date | null;
}

/** Deployments, how they count, and what people decided about them. Alias of each: d, x, o, z. */
export const DEPLOYMENT_COLUMNS = `
  d.deployment_id, d.service, d.environment, d.tier, d.started_at, d.finished_at, d.result,
  d.commit_sha, d.version, d.release_id, d.url, d.origin, o.owner,
  x.kind, x.counted, x.baseline, x.failed, x.failure_reason, x.superseded_by_rollback, x.unplanned,
  x.previous_id, x.recovered_at, x.recovery_seconds,
  (SELECT count(*) FROM derived_change AS c WHERE c.deployment_id = d.deployment_id)::integer AS changes,
  (SELECT count(*) FROM derived_incident AS i WHERE i.cause_id = d.deployment_id)::integer AS incidents,
  z.value AS override, z.reason AS override_reason, z.decided_by, z.decided_at`;

export const DEPLOYMENT_TABLES = `
  deployment AS d
  LEFT JOIN derived_deployment AS x ON x.deployment_id = d.deployment_id AND x.service = d.service
  LEFT JOIN service_owner AS o ON o.service = d.service AND d.finished_at >= o.valid_from AND d.finished_at < o.valid_to
  LEFT JOIN LATERAL (
    SELECT value, reason, decided_by, decided_at FROM decision
    WHERE target_id = d.deployment_id ORDER BY decision_id DESC LIMIT 1
  ) AS z ON z.value IS NOT NULL`;
