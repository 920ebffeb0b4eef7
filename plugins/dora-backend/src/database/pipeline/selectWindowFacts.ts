import type {
  ChangeFact,
  DeploymentKind,
  IncidentFact,
} from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import { query } from '../query';
import {
  CHANGES,
  DEPLOYMENTS,
  INCIDENTS,
  toStoredDeployment,
  type DeploymentRow,
  type StoredDeployment,
} from './selectServiceFacts';

/** The newest part of a service's history. */
export interface WindowStart {
  service: string;
  start: Date;
}

const WINDOWS = `json_to_recordset(?::json) AS w(service text, start timestamptz)`;

/** How many releases before a window are looked at. */
export const LOOK_BACK = 12;

/** Production deployments of windows. */
export async function selectWindowDeployments(
  knex: Knex,
  windows: readonly WindowStart[],
): Promise<StoredDeployment[]> {
  const rows = await query<DeploymentRow>(
    knex,
    `${DEPLOYMENTS} JOIN ${WINDOWS} ON d.service = w.service AND d.finished_at >= w.start
     WHERE d.tier = 'production' AND d.attribution = 'mapped'`,
    [JSON.stringify(windows)],
  );
  return rows.map(toStoredDeployment);
}

export interface StoredEarlier {
  deployment: StoredDeployment;
  kind: DeploymentKind;
  counted: boolean;
}

type EarlierRow = DeploymentRow & { kind: DeploymentKind; counted: boolean };

const toEarlier = ({ kind, counted, ...row }: EarlierRow): StoredEarlier => ({
  deployment: toStoredDeployment(row),
  kind,
  counted,
});

const EARLIER = DEPLOYMENTS.replace(
  'FROM deployment AS d',
  ', x.kind, x.counted FROM deployment AS d',
);

/** The last successes before windows, newest first for each service. */
export async function selectLastBefore(
  knex: Knex,
  windows: readonly WindowStart[],
): Promise<StoredEarlier[]> {
  const rows = await query<EarlierRow>(
    knex,
    `${EARLIER}
     JOIN (
       SELECT last.* FROM ${WINDOWS} CROSS JOIN LATERAL (
         SELECT deployment_id, service, kind, counted FROM derived_deployment
         WHERE service = w.service AND finished_at < w.start AND result = 'success'
         ORDER BY finished_at DESC, deployment_id DESC LIMIT ${LOOK_BACK}
       ) AS last
     ) AS x ON x.deployment_id = d.deployment_id AND x.service = d.service
     ORDER BY d.service, d.finished_at DESC, d.deployment_id DESC`,
    [JSON.stringify(windows)],
  );
  return rows.map(toEarlier);
}

export interface VersionProbe extends WindowStart {
  commitSha: string | null;
  version: string | null;
}

/** The last successes before windows that ran what the windows deploy. */
export async function selectSameBefore(
  knex: Knex,
  probes: readonly VersionProbe[],
): Promise<StoredEarlier[]> {
  const last = (column: string) => `
    SELECT deployment_id, service FROM deployment
    WHERE service = p.service AND ${column} AND finished_at < p.start
      AND result = 'success' AND tier = 'production'
    ORDER BY finished_at DESC, deployment_id DESC LIMIT 1`;
  const rows = await query<EarlierRow>(
    knex,
    `${EARLIER}
     JOIN derived_deployment AS x ON x.deployment_id = d.deployment_id AND x.service = d.service
     WHERE d.deployment_id IN (
       SELECT f.deployment_id
       FROM json_to_recordset(?::json) AS p(service text, start timestamptz, "commitSha" text, version text)
       CROSS JOIN LATERAL (
         (${last('commit_sha = p."commitSha"')}) UNION ALL (${last(
      'version = p.version',
    )})
       ) AS f)`,
    [JSON.stringify(probes)],
  );
  return rows.map(toEarlier);
}

export interface ChangeProbe extends WindowStart {
  /** Merged later is of the window; null: all are. */
  since: Date | null;
  deploymentIds: readonly string[];
  changeIds: readonly string[];
}

export type WindowChange = ChangeFact & { service: string };

/**
 * Changes that windows may ship: merged since the last deploy before, named by
 * a deployment, or shipped by one until now.
 */
export async function selectWindowChanges(
  knex: Knex,
  probes: readonly ChangeProbe[],
): Promise<WindowChange[]> {
  return query<WindowChange>(
    knex,
    `WITH p AS (
       SELECT * FROM json_to_recordset(?::json) AS p(
         service text, since timestamptz, "deploymentIds" uuid[], "changeIds" uuid[])
     ), wanted AS (
       SELECT m.change_id, m.service FROM p JOIN change_service AS m ON m.service = p.service
       WHERE m.merged_at > coalesce(p.since, '-infinity')
       UNION
       SELECT x.change_id, x.service FROM p JOIN derived_change AS x
         ON x.deployment_id = ANY(p."deploymentIds") AND x.service = p.service
       UNION
       SELECT m.change_id, m.service FROM p JOIN change_service AS m
         ON m.change_id = ANY(p."changeIds") AND m.service = p.service
     )
     ${CHANGES} JOIN wanted ON wanted.change_id = m.change_id AND wanted.service = m.service
     WHERE c.superseded_by IS NULL`,
    [JSON.stringify(probes)],
  );
}

export type WindowIncident = IncidentFact & { source: string };

/** Incidents of windows, and older ones that a deployment of one may have caused. */
export async function selectWindowIncidents(
  knex: Knex,
  probes: readonly ChangeProbe[],
): Promise<WindowIncident[]> {
  return query<WindowIncident>(
    knex,
    `WITH p AS (
       SELECT * FROM json_to_recordset(?::json) AS p(
         service text, start timestamptz, "deploymentIds" uuid[])
     ), wanted AS (
       SELECT i.incident_id FROM p JOIN incident AS i ON i.service = p.service AND i.started_at >= p.start
       UNION
       SELECT x.incident_id FROM p JOIN derived_incident AS x
         ON x.cause_id = ANY(p."deploymentIds") AND x.service = p.service
       UNION
       SELECT x.incident_id FROM p
       JOIN derived_incident AS x ON x.service = p.service AND x.cause_id IS NULL
       JOIN incident AS i ON i.incident_id = x.incident_id AND i.reported_cause IS NOT NULL
     )
     ${INCIDENTS} JOIN wanted ON wanted.incident_id = i.incident_id
     WHERE i.tier = 'production' AND i.attribution = 'mapped'`,
    [JSON.stringify(probes)],
  );
}
