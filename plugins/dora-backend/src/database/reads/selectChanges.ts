import type { Knex } from 'knex';
import type { Scope } from '../../reads/Scope';
import { query } from '../query';
import { CHANGE_COLUMNS, CHANGE_TABLES, type ChangeRow } from './changeRows';
import { allOf, scopeCondition, when } from './scopeCondition';

export type ChangeSort =
  | 'newest'
  | 'lead'
  | 'coding'
  | 'pickup'
  | 'review'
  | 'deploy';

export interface ChangeFilter {
  scope: Scope;
  from: Date;
  to: Date;
  sample?: boolean;
  /** Merged in the window and not deployed; otherwise deployed in the window. */
  undeployed?: boolean;
  deploymentId?: string;
  sort: ChangeSort;
  minSeconds?: number;
  maxSeconds?: number;
  after?: { value: Date | number; id: string; service: string };
  limit: number;
}

const DURATIONS: Record<ChangeSort, string> = {
  newest: 'x.lead_seconds',
  lead: 'x.lead_seconds',
  coding: 'x.coding_seconds',
  pickup: 'x.pickup_seconds',
  review: 'x.review_seconds',
  deploy: 'x.deploy_seconds',
};

/** What the page is ordered by, with the type of its cursor. */
function orderOf({ sort, undeployed }: ChangeFilter): [string, string] {
  if (sort !== 'newest') {
    return [DURATIONS[sort], 'double precision'];
  }
  return [undeployed ? 'x.merged_at' : 'x.deployed_at', 'timestamptz'];
}

/** A page of changes, newest or slowest first. */
export async function selectChanges(
  knex: Knex,
  filter: ChangeFilter,
): Promise<ChangeRow[]> {
  const { scope, from, to, sort, after, limit } = filter;
  const duration = DURATIONS[sort];
  const [order, type] = orderOf(filter);
  const where = allOf([
    filter.undeployed
      ? {
          sql: 'x.deployed_at IS NULL AND x.merged_at >= ? AND x.merged_at < ?',
          bindings: [from, to],
        }
      : {
          sql: 'x.deployed_at >= ? AND x.deployed_at < ?',
          bindings: [from, to],
        },
    scopeCondition(scope, { service: 'x.service', owner: 'x.owner' }),
    sort === 'newest'
      ? undefined
      : { sql: `x.sample AND ${duration} IS NOT NULL`, bindings: [] },
    when(filter.sample, 'x.sample = ?'),
    when(filter.deploymentId, 'x.deployment_id = ?::uuid'),
    when(filter.minSeconds, `x.sample AND ${duration} >= ?`),
    when(filter.maxSeconds, `x.sample AND ${duration} < ?`),
    after && {
      sql: `(${order}, x.change_id, x.service) < (?::${type}, ?::uuid, ?)`,
      bindings: [after.value, after.id, after.service],
    },
  ]);
  return query<ChangeRow>(
    knex,
    `SELECT ${CHANGE_COLUMNS} FROM ${CHANGE_TABLES}
     WHERE ${where.sql}
     ORDER BY ${order} DESC, x.change_id DESC, x.service DESC
     LIMIT ?`,
    [...where.bindings, limit],
  );
}

/** Changes that a deployment shipped, newest first. */
export async function selectShipped(
  knex: Knex,
  deploymentId: string,
  limit: number,
): Promise<ChangeRow[]> {
  return query<ChangeRow>(
    knex,
    `SELECT ${CHANGE_COLUMNS} FROM ${CHANGE_TABLES}
     WHERE x.deployment_id = ?
     ORDER BY c.merged_at DESC, c.change_id
     LIMIT ?`,
    [deploymentId, limit],
  );
}

/** A change in one service, or in the first that it touches. */
export async function selectChange(
  knex: Knex,
  options: { id: string; service?: string },
): Promise<ChangeRow | undefined> {
  const where = allOf([
    { sql: 'x.change_id = ?', bindings: [options.id] },
    when(options.service, 'x.service = lower(?)'),
  ]);
  const [row] = await query<ChangeRow>(
    knex,
    `SELECT ${CHANGE_COLUMNS} FROM ${CHANGE_TABLES}
     WHERE ${where.sql} ORDER BY x.service LIMIT 1`,
    where.bindings,
  );
  return row;
}
