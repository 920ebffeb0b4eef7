import type { Knex } from 'knex';
import { execute } from '../query';

/**
 * The events that speak about a fact which cannot be stored go to the list of
 * rejected ones, and what they said about it is dropped.
 */
export async function rejectFact(
  tx: Knex.Transaction,
  { factId, reason }: { factId: string; reason: string },
): Promise<void> {
  await execute(
    tx,
    `WITH gone AS (
       DELETE FROM observation WHERE fact_id = ? RETURNING event_id, occurred_at
     )
     INSERT INTO rejected_event (rejected_id, source, delivery_id, type, code, reason, received_at,
                                 origin, headers, payload, event_id, occurred_at)
     SELECT DISTINCT ON (r.event_id) r.event_id, r.source, r.delivery_id, r.type, 'failed', ?, r.received_at,
            r.origin, '{}'::json, r.payload, r.event_id, r.occurred_at
     FROM gone JOIN raw_event AS r ON r.event_id = gone.event_id AND r.occurred_at = gone.occurred_at
     ON CONFLICT (rejected_id) DO UPDATE SET
       code = excluded.code, reason = excluded.reason, attempts = rejected_event.attempts + 1`,
    [factId, reason.slice(0, 2_000)],
  );
}
