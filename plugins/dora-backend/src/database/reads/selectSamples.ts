import type {
  ChangeSample,
  DeploymentSample,
} from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
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

/** Lead-time samples that were deployed in a window. */
export async function selectChangeSamples(
  knex: Knex,
  { scope, from, to }: Options,
): Promise<ChangeSample[]> {
  const where = scopeCondition(scope, { service: 'service', owner: 'owner' });
  return query<ChangeSample>(
    knex,
    `SELECT deployed_at AS "deployedAt", sample, lead_seconds AS "leadSeconds",
            coding_seconds AS "codingSeconds", pickup_seconds AS "pickupSeconds",
            review_seconds AS "reviewSeconds", deploy_seconds AS "deploySeconds"
     FROM derived_change
     WHERE sample AND deployed_at >= ? AND deployed_at < ? AND ${where.sql}`,
    [from, to, ...where.bindings],
  );
}

/** Finish of deployments that are too young to be judged. */
export async function selectPending(
  knex: Knex,
  { scope, from, to, youngerThan }: Options & { youngerThan: Date },
): Promise<Date[]> {
  const where = scopeCondition(scope, { service: 'service', owner: 'owner' });
  const rows = await query<{ at: Date }>(
    knex,
    `SELECT finished_at AS at FROM derived_deployment
     WHERE counted AND NOT failed AND finished_at > ? AND finished_at >= ? AND finished_at < ?
       AND ${where.sql}`,
    [youngerThan, from, to, ...where.bindings],
  );
  return rows.map(({ at }) => at);
}
