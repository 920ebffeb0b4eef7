import type {
  ChangeSample,
  DeploymentSample,
} from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import type { LocalDate } from '../../domain/calendar';
import type { Scope } from '../../reads/Scope';
import { query } from '../query';
import { scopeCondition } from './scopeCondition';

interface Options {
  scope: Scope;
  from: Date;
  to: Date;
}

/** Production deployments that finished in a window. */
export async function selectDeploymentSamples(
  knex: Knex,
  { scope, from, to }: Options,
): Promise<DeploymentSample[]> {
  const where = scopeCondition(scope, { service: 'service', owner: 'owner' });
  return query<DeploymentSample>(
    knex,
    `SELECT finished_at AS "finishedAt", result, counted, failed, unplanned,
            recovery_seconds AS "recoverySeconds"
     FROM derived_deployment
     WHERE finished_at >= ? AND finished_at < ? AND ${where.sql}`,
    [from, to, ...where.bindings],
  );
}

/** Seconds by column; one list of JSON is read ten times as fast as rows are. */
interface ChangeColumns {
  deployedAt: number[] | null;
  leadSeconds: (number | null)[];
  codingSeconds: (number | null)[];
  pickupSeconds: (number | null)[];
  reviewSeconds: (number | null)[];
  deploySeconds: (number | null)[];
}

/** Lead-time samples that were deployed in a window. */
export async function selectChangeSamples(
  knex: Knex,
  { scope, from, to }: Options,
): Promise<ChangeSample[]> {
  const where = scopeCondition(scope, { service: 'service', owner: 'owner' });
  const [columns] = await query<ChangeColumns>(
    knex,
    `SELECT json_agg(date_part('epoch', deployed_at)) AS "deployedAt",
            json_agg(lead_seconds) AS "leadSeconds", json_agg(coding_seconds) AS "codingSeconds",
            json_agg(pickup_seconds) AS "pickupSeconds", json_agg(review_seconds) AS "reviewSeconds",
            json_agg(deploy_seconds) AS "deploySeconds"
     FROM derived_change
     WHERE sample AND deployed_at >= ? AND deployed_at < ? AND ${where.sql}`,
    [from, to, ...where.bindings],
  );
  return (columns.deployedAt ?? []).map((at, i) => ({
    sample: true,
    deployedAt: new Date(Math.round(at * 1_000)),
    leadSeconds: columns.leadSeconds[i],
    codingSeconds: columns.codingSeconds[i],
    pickupSeconds: columns.pickupSeconds[i],
    reviewSeconds: columns.reviewSeconds[i],
    deploySeconds: columns.deploySeconds[i],
  }));
}

/** How many deployments of each local date are too young to be judged. */
export async function selectPending(
  knex: Knex,
  options: Options & { youngerThan: Date; timezone: string },
): Promise<Map<LocalDate, number>> {
  const { scope, from, to, youngerThan, timezone } = options;
  const where = scopeCondition(scope, { service: 'service', owner: 'owner' });
  const rows = await query<{ day: LocalDate; count: number }>(
    knex,
    `SELECT (finished_at AT TIME ZONE ?)::date::text AS day, count(*)::integer AS count
     FROM derived_deployment
     WHERE counted AND NOT failed AND finished_at > ? AND finished_at >= ? AND finished_at < ?
       AND ${where.sql}
     GROUP BY day`,
    [timezone, youngerThan, from, to, ...where.bindings],
  );
  return new Map(rows.map(({ day, count }) => [day, count]));
}
