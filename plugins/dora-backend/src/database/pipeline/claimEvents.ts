import type { JsonValue } from '@backstage/types';
import type { Knex } from 'knex';
import type { Origin, StoredEvent } from '../../domain/events';
import { query } from '../query';

export type ClaimedEvent = StoredEvent & { attempts: number };

interface Row {
  event_id: string;
  occurred_at: Date;
  received_at: Date;
  source: string;
  delivery_id: string;
  type: string;
  origin: Origin;
  payload: JsonValue;
  attempts: number;
}

/** As the database keeps them, which is compressed. A batch that is full of large events ends there. */
const MAX_STORED_BYTES = 16 * 1024 * 1024;

/**
 * Events that are due, live ones first. They belong to the transaction until
 * its end: other replicas take others, and get these when it fails.
 */
export async function claimEvents(
  tx: Knex.Transaction,
  options: { now: Date; limit: number },
): Promise<ClaimedEvent[]> {
  const rows = await query<Row>(
    tx,
    `WITH claimed AS (
       SELECT event_id, occurred_at, attempts, priority, due_at FROM event_queue
       WHERE due_at <= ?
       ORDER BY priority, due_at
       LIMIT ?
       FOR UPDATE SKIP LOCKED
     ), sized AS (
       SELECT r.*, c.attempts,
         sum(pg_column_size(r.payload)) OVER (ORDER BY c.priority, c.due_at, c.event_id) - pg_column_size(r.payload) AS bytes_before
       FROM claimed AS c
       JOIN raw_event AS r ON r.event_id = c.event_id AND r.occurred_at = c.occurred_at
     )
     SELECT * FROM sized WHERE bytes_before < ?`,
    [options.now, options.limit, MAX_STORED_BYTES],
  );
  return rows.map(row => ({
    eventId: row.event_id,
    occurredAt: row.occurred_at,
    receivedAt: row.received_at,
    source: row.source,
    deliveryId: row.delivery_id,
    type: row.type,
    origin: row.origin,
    payload: row.payload,
    attempts: row.attempts,
  }));
}
