import type { Knex } from 'knex';
import { execute } from '../query';

const BATCH = 5_000;

/** Tables with the time by which their rows grow old. */
const TIMES = {
  observation: 'occurred_at',
  deployment: 'finished_at',
  derived_deployment: 'finished_at',
  change: 'merged_at',
  change_service: 'merged_at',
  derived_change: 'merged_at',
  incident: 'started_at',
  derived_incident: 'started_at',
  rejected_event: 'received_at',
  source_activity: 'last_received_at',
} as const;

export const RETAINED = [
  ...(Object.keys(TIMES) as (keyof typeof TIMES)[]),
  'roll_up',
] as const;

/**
 * Deletes a batch of rows that are too old; how many. Roll-ups are kept as raw
 * events are: by whole months.
 */
export async function deleteOlder(
  knex: Knex,
  table: (typeof RETAINED)[number],
  oldest: Date,
): Promise<number> {
  const isOld =
    table === 'roll_up'
      ? `start < date_trunc('month', ?::timestamptz AT TIME ZONE 'UTC')::date`
      : `${TIMES[table]} < ?`;
  return execute(
    knex,
    `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(
       SELECT ctid FROM ${table} WHERE ${isOld} LIMIT ${BATCH}))`,
    [oldest],
  );
}
