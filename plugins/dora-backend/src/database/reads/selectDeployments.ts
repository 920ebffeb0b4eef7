import type { Knex } from 'knex';
import type { Scope } from '../../reads/Scope';
import { query } from '../query';
import {
  DEPLOYMENT_COLUMNS,
  DEPLOYMENT_TABLES,
  type DeploymentRow,
} from './deploymentRows';
import { allOf, scopeCondition, when } from './scopeCondition';

export interface DeploymentFilter {
  scope: Scope;
  from: Date;
  to: Date;
  counted?: boolean;
  failed?: boolean;
  unplanned?: boolean;
  /** Failed and not recovered. */
  open?: boolean;
  environment?: string;
  after?: { at: Date; id: string };
  limit: number;
}

/** A page of deployments, newest first. */
export async function selectDeployments(
  knex: Knex,
  filter: DeploymentFilter,
): Promise<DeploymentRow[]> {
  const { scope, from, to, after, limit } = filter;
  const where = allOf([
    { sql: 'd.finished_at >= ? AND d.finished_at < ?', bindings: [from, to] },
    { sql: `d.attribution = 'mapped'`, bindings: [] },
    scopeCondition(scope, { service: 'd.service', owner: 'o.owner' }),
    scope.kind === 'owners'
      ? { sql: 'd.service = ANY(?::text[])', bindings: [scope.services] }
      : undefined,
    when(filter.counted, 'coalesce(x.counted, false) = ?'),
    when(filter.failed, 'coalesce(x.failed, false) = ?'),
    when(filter.unplanned, 'coalesce(x.counted AND x.unplanned, false) = ?'),
    when(
      filter.open,
      'coalesce(x.failed AND x.recovered_at IS NULL, false) = ?',
    ),
    when(filter.environment, 'lower(d.environment) = lower(?)'),
    after && {
      sql: '(d.finished_at, d.deployment_id) < (?::timestamptz, ?::uuid)',
      bindings: [after.at, after.id],
    },
  ]);
  return query<DeploymentRow>(
    knex,
    `SELECT ${DEPLOYMENT_COLUMNS} FROM ${DEPLOYMENT_TABLES}
     WHERE ${where.sql}
     ORDER BY d.finished_at DESC, d.deployment_id DESC
     LIMIT ?`,
    [...where.bindings, limit],
  );
}

/** Deployments by id, oldest first. */
export async function selectDeploymentsById(
  knex: Knex,
  ids: readonly string[],
): Promise<DeploymentRow[]> {
  return query<DeploymentRow>(
    knex,
    `SELECT ${DEPLOYMENT_COLUMNS} FROM ${DEPLOYMENT_TABLES}
     WHERE d.deployment_id = ANY(?::uuid[]) AND d.attribution = 'mapped'
     ORDER BY d.finished_at, d.deployment_id`,
    [ids],
  );
}

/** Counted deployments of a service around a time: what could have caused an incident. */
export async function selectCandidates(
  knex: Knex,
  options: { service: string; from: Date; to: Date; limit: number },
): Promise<DeploymentRow[]> {
  return query<DeploymentRow>(
    knex,
    `SELECT ${DEPLOYMENT_COLUMNS} FROM ${DEPLOYMENT_TABLES}
     WHERE d.service = ? AND x.counted AND d.finished_at >= ? AND d.finished_at <= ?
     ORDER BY d.finished_at DESC, d.deployment_id DESC
     LIMIT ?`,
    [options.service, options.from, options.to, options.limit],
  );
}
