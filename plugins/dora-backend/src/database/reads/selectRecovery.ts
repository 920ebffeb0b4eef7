import type { Knex } from 'knex';
import { query } from '../query';

/** The deployment that finished when a failure was repaired; none, where an incident just ended. */
export async function selectRecovery(
  knex: Knex,
  { service, at }: { service: string; at: Date },
): Promise<string | undefined> {
  const [row] = await query<{ id: string }>(
    knex,
    `SELECT deployment_id AS id FROM derived_deployment
     WHERE service = ? AND counted AND finished_at = ? ORDER BY deployment_id LIMIT 1`,
    [service, at],
  );
  return row?.id;
}
