import type { Knex } from 'knex';
import { query } from '../query';

export interface FreshnessRow {
  pendingEvents: number;
  /** When the oldest event that waits came; null: none waits. */
  oldestAt: Date | null;
  lastEventAt: Date | null;
}

/** How far the figures are behind. */
export async function selectFreshness(
  knex: Knex,
  now: Date,
): Promise<FreshnessRow> {
  const [row] = await query<FreshnessRow>(
    knex,
    `SELECT (SELECT count(*) FROM event_queue)::integer AS "pendingEvents",
            (SELECT min(due_at) FROM event_queue) AS "oldestAt",
            least((SELECT max(last_occurred_at) FROM source_activity), ?) AS "lastEventAt"`,
    [now],
  );
  return row;
}
