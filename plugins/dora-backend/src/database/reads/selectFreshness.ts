import type { Knex } from 'knex';
import { query } from '../query';

export interface FreshnessRow {
  pendingEvents: number;
  /** When the oldest event that waits came; null: none waits. */
  oldestAt: Date | null;
  /** When the latest event of the history that waits happened; null: none waits. */
  pendingUntil: Date | null;
  lastEventAt: Date | null;
}

/** How far the figures are behind. */
export async function selectFreshness(
  knex: Knex,
  now: Date,
): Promise<FreshnessRow> {
  const [row] = await query<FreshnessRow>(
    knex,
    `SELECT count(*)::integer AS "pendingEvents", min(q.due_at) AS "oldestAt",
            max(q.occurred_at) FILTER (WHERE q.priority = 1) AS "pendingUntil",
            least((SELECT max(last_occurred_at) FROM source_activity), ?) AS "lastEventAt"
     FROM event_queue AS q`,
    [now],
  );
  return row;
}
