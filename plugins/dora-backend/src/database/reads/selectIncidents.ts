import type { LinkMethod } from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import type { Scope } from '../../reads/Scope';
import { query } from '../query';
import { allOf, scopeCondition, when } from './scopeCondition';

/** An incident with its cause, and what people decided about it. */
export interface IncidentRow {
  incident_id: string;
  service: string;
  title: string | null;
  severity: string | null;
  detected_at: Date;
  impact_start_at: Date | null;
  started_at: Date;
  mitigated_at: Date | null;
  resolved_at: Date | null;
  reopened: number;
  cause_id: string | null;
  method: LinkMethod | null;
  confidence: number | null;
  owner: string | null;
  url: string | null;
  origin: string;
  decided_by: string | null;
  decided_at: Date | null;
}

const COLUMNS = `
  i.incident_id, i.service, i.title, i.severity, i.detected_at, i.impact_start_at, i.started_at,
  i.mitigated_at, i.resolved_at, i.reopened, x.cause_id, x.method, x.confidence, o.owner, i.url,
  i.origin, z.decided_by, z.decided_at`;

const TABLES = `
  incident AS i
  LEFT JOIN derived_incident AS x ON x.incident_id = i.incident_id AND x.service = i.service
  LEFT JOIN service_owner AS o ON o.service = i.service AND i.started_at >= o.valid_from AND i.started_at < o.valid_to
  LEFT JOIN LATERAL (
    SELECT value, decided_by, decided_at FROM decision
    WHERE target_id = i.incident_id ORDER BY decision_id DESC LIMIT 1
  ) AS z ON z.value IS NOT NULL`;

export interface IncidentFilter {
  scope: Scope;
  from: Date;
  to: Date;
  open?: boolean;
  linked?: boolean;
  after?: { at: Date; id: string };
  limit: number;
}

/** A page of incidents, newest first. */
export async function selectIncidents(
  knex: Knex,
  filter: IncidentFilter,
): Promise<IncidentRow[]> {
  const { scope, from, to, after, limit } = filter;
  const where = allOf([
    { sql: 'i.started_at >= ? AND i.started_at < ?', bindings: [from, to] },
    { sql: `i.attribution = 'mapped'`, bindings: [] },
    scopeCondition(scope, { service: 'i.service', owner: 'o.owner' }),
    scope.kind === 'owners'
      ? { sql: 'i.service = ANY(?::text[])', bindings: [scope.services] }
      : undefined,
    when(filter.open, '(i.resolved_at IS NULL) = ?'),
    when(filter.linked, '(x.cause_id IS NOT NULL) = ?'),
    after && {
      sql: '(i.started_at, i.incident_id) < (?::timestamptz, ?::uuid)',
      bindings: [after.at, after.id],
    },
  ]);
  return query<IncidentRow>(
    knex,
    `SELECT ${COLUMNS} FROM ${TABLES}
     WHERE ${where.sql}
     ORDER BY i.started_at DESC, i.incident_id DESC
     LIMIT ?`,
    [...where.bindings, limit],
  );
}

export async function selectIncident(
  knex: Knex,
  id: string,
): Promise<IncidentRow | undefined> {
  const [row] = await query<IncidentRow>(
    knex,
    `SELECT ${COLUMNS} FROM ${TABLES}
     WHERE i.incident_id = ? AND i.attribution = 'mapped'`,
    [id],
  );
  return row;
}

/** Incidents that a deployment caused, oldest first. */
export async function selectCaused(
  knex: Knex,
  deploymentId: string,
): Promise<IncidentRow[]> {
  return query<IncidentRow>(
    knex,
    `SELECT ${COLUMNS} FROM ${TABLES}
     WHERE x.cause_id = ? ORDER BY i.started_at, i.incident_id`,
    [deploymentId],
  );
}
