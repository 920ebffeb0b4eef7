import type { Knex } from 'knex';
import { execute, query } from '../query';

export interface RangeRequests {
  services: string[];
  /** Requests up to here are these. */
  upTo: string;
}

/** Something changed about the deployments of services: Git is asked what they brought. */
export async function requestRanges(
  tx: Knex.Transaction,
  services: readonly string[],
): Promise<void> {
  await execute(
    tx,
    'INSERT INTO range_request (service) SELECT unnest(?::text[])',
    [services],
  );
}

/** Which of these services wait; undefined when none does. */
export async function selectRangeRequests(
  knex: Knex,
  services: readonly string[],
): Promise<RangeRequests | undefined> {
  const [row] = await query<{ services: string[] | null; upTo: string }>(
    knex,
    `SELECT array_agg(DISTINCT service) AS services, max(request_id)::text AS "upTo"
     FROM range_request WHERE service = ANY(?::text[])`,
    [services],
  );
  return row?.services ? { services: row.services, upTo: row.upTo } : undefined;
}

/** What was asked meanwhile waits on. */
export async function settleRangeRequests(
  knex: Knex,
  { services, upTo }: RangeRequests,
): Promise<void> {
  await execute(
    knex,
    'DELETE FROM range_request WHERE service = ANY(?::text[]) AND request_id <= ?::bigint',
    [services, upTo],
  );
}
