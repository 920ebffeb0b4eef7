import type { Knex } from 'knex';
import type { StoredEvent } from '../../domain/events';
import { storableJson, storableText } from '../../domain/storableText';
import { query } from '../query';

/** What raises throughput ends here: larger statements are not faster. */
const CHUNK = 500;
const ACTIVITY_SLOTS = 16;

/**
 * Stores events and queues them, once each, in one statement a chunk. Durable
 * when it returns. Sorted by id, so that two senders of the same events do not
 * wait for each other in a circle.
 *
 * @returns ids of those that were new
 */
export async function insertEvents(
  knex: Knex,
  events: readonly StoredEvent[],
): Promise<Set<string>> {
  const inserted = new Set<string>();
  for (let at = 0; at < events.length; at += CHUNK) {
    const chunk = events.slice(at, at + CHUNK);
    const rows = await query<{ event_id: string }>(
      knex,
      `WITH inserted AS (
         INSERT INTO raw_event (event_id, occurred_at, received_at, source, delivery_id, type, origin, payload)
         SELECT e.event_id, e.occurred_at, e.received_at, e.source, e.delivery_id, e.type, e.origin, e.payload::json
         FROM unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
           AS e(event_id, occurred_at, received_at, source, delivery_id, type, origin, payload)
         ORDER BY e.event_id
         ON CONFLICT DO NOTHING
         RETURNING event_id, occurred_at, received_at, origin, source
       ), queued AS (
         INSERT INTO event_queue (event_id, occurred_at, priority, due_at)
         SELECT event_id, occurred_at, CASE origin WHEN 'live' THEN 0 ELSE 1 END, received_at
         FROM inserted
         ON CONFLICT DO NOTHING
       ), counted AS (
         INSERT INTO source_activity AS a (source, day, slot, events, last_received_at, last_occurred_at)
         SELECT source, (max(received_at) AT TIME ZONE 'UTC')::date, ?, count(*), max(received_at), max(occurred_at)
         FROM inserted GROUP BY source ORDER BY source
         ON CONFLICT (source, day, slot) DO UPDATE SET
           events = a.events + excluded.events,
           last_received_at = greatest(a.last_received_at, excluded.last_received_at),
           last_occurred_at = greatest(a.last_occurred_at, excluded.last_occurred_at)
       )
       SELECT event_id FROM inserted`,
      [
        chunk.map(e => e.eventId),
        chunk.map(e => e.occurredAt.toISOString()),
        chunk.map(e => e.receivedAt.toISOString()),
        chunk.map(e => e.source),
        chunk.map(e => storableText(e.deliveryId)),
        chunk.map(e => storableText(e.type)),
        chunk.map(e => e.origin),
        chunk.map(e => storableJson(e.payload)),
        Math.floor(Math.random() * ACTIVITY_SLOTS),
      ],
    );
    rows.forEach(row => inserted.add(row.event_id));
  }
  return inserted;
}
