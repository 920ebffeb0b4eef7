import type { Knex } from 'knex';
import { idOf } from '../../domain/ids';
import type { RejectedEvent, RejectionCode } from '../../domain/events';
import { storableJson, storableText } from '../../domain/storableText';
import { execute, query } from '../query';

export interface RejectedRow extends RejectedEvent {
  id: string;
  attempts: number;
}

/** The same broken delivery again is the same row, with one more attempt. */
function rejectedIdOf(rejected: RejectedEvent, payload: string): string {
  return rejected.stored
    ? rejected.stored.eventId
    : idOf(
        'rejected',
        rejected.source,
        rejected.deliveryId ?? '',
        rejected.type ?? '',
        payload,
      );
}

const orNull = (text: string | null) => text && storableText(text);

/** Keeps what could not be used. */
export async function upsertRejected(
  knex: Knex,
  rejected: readonly RejectedEvent[],
): Promise<void> {
  const rows = new Map(
    rejected.map(event => {
      const payload = storableJson(event.payload);
      return [
        rejectedIdOf(event, payload),
        {
          source: event.source,
          delivery_id: orNull(event.deliveryId),
          type: orNull(event.type),
          code: event.code,
          reason: storableText(event.reason).slice(0, 2_000),
          received_at: event.receivedAt,
          origin: event.origin,
          headers: event.headers,
          payload: JSON.parse(payload),
          event_id: event.stored?.eventId ?? null,
          occurred_at: event.stored?.occurredAt ?? null,
        },
      ] as const;
    }),
  );
  if (rows.size === 0) {
    return;
  }
  await execute(
    knex,
    `INSERT INTO rejected_event (rejected_id, source, delivery_id, type, code, reason, received_at,
                                 origin, headers, payload, event_id, occurred_at)
     SELECT r.rejected_id, r.source, r.delivery_id, r.type, r.code, r.reason, r.received_at,
            r.origin, r.headers, coalesce(r.payload, 'null'::json), r.event_id, r.occurred_at
     FROM json_to_recordset(?::json) AS r(
       rejected_id uuid, source text, delivery_id text, type text, code text, reason text,
       received_at timestamptz, origin text, headers json, payload json, event_id uuid,
       occurred_at timestamptz)
     ORDER BY r.rejected_id
     ON CONFLICT (rejected_id) DO UPDATE SET
       code = excluded.code, reason = excluded.reason, received_at = excluded.received_at,
       attempts = rejected_event.attempts + 1`,
    [storableJson([...rows].map(([id, row]) => ({ rejected_id: id, ...row })))],
  );
}

interface Row {
  rejected_id: string;
  source: string;
  delivery_id: string | null;
  type: string | null;
  code: RejectionCode;
  reason: string;
  attempts: number;
  received_at: Date;
  origin: RejectedEvent['origin'];
  headers: Record<string, string>;
  payload: RejectedEvent['payload'];
  event_id: string | null;
  occurred_at: Date | null;
}

function toRejected(row: Row): RejectedRow {
  return {
    id: row.rejected_id,
    source: row.source,
    deliveryId: row.delivery_id,
    type: row.type,
    code: row.code,
    reason: row.reason,
    attempts: row.attempts,
    receivedAt: row.received_at,
    origin: row.origin,
    headers: row.headers,
    payload: row.payload,
    stored:
      row.event_id && row.occurred_at
        ? { eventId: row.event_id, occurredAt: row.occurred_at }
        : null,
  };
}

/** A page, newest first. */
export async function selectRejected(
  knex: Knex,
  options: {
    source?: string;
    code?: string;
    after?: { at: Date; id: string };
    limit: number;
  },
): Promise<RejectedRow[]> {
  const { source = null, code = null, after, limit } = options;
  const rows = await query<Row>(
    knex,
    `SELECT * FROM rejected_event
     WHERE (?::text IS NULL OR source = ?) AND (?::text IS NULL OR code = ?)
       AND (?::timestamptz IS NULL OR (received_at, rejected_id) < (?::timestamptz, ?::uuid))
     ORDER BY received_at DESC, rejected_id DESC
     LIMIT ?`,
    [
      source,
      source,
      code,
      code,
      after?.at ?? null,
      after?.at ?? null,
      after?.id ?? null,
      limit,
    ],
  );
  return rows.map(toRejected);
}

/** Rejected events of a source, oldest first. */
export async function selectRejectedIds(
  knex: Knex,
  options: { source: string; limit: number },
): Promise<string[]> {
  const rows = await query<{ id: string }>(
    knex,
    `SELECT rejected_id AS id FROM rejected_event
     WHERE source = ? ORDER BY received_at, rejected_id LIMIT ?`,
    [options.source, options.limit],
  );
  return rows.map(({ id }) => id);
}

/** Takes rejected events out of the list, so that nobody else tries them too. */
export async function takeRejected(
  knex: Knex,
  ids: readonly string[],
): Promise<RejectedRow[]> {
  const rows = await query<Row>(
    knex,
    `DELETE FROM rejected_event
     WHERE rejected_id IN (
       SELECT rejected_id FROM rejected_event WHERE rejected_id = ANY(?::uuid[])
       FOR UPDATE SKIP LOCKED)
     RETURNING *`,
    [ids],
  );
  return rows.map(toRejected);
}

/** Puts stored events back into the queue, whatever became of them before. */
export async function requeue(
  knex: Knex,
  events: readonly { eventId: string; occurredAt: Date }[],
  options: { now: Date; priority: number },
): Promise<void> {
  await execute(
    knex,
    `INSERT INTO event_queue (event_id, occurred_at, priority, due_at)
     SELECT e.event_id, e.occurred_at, ?, ?
     FROM unnest(?::uuid[], ?::timestamptz[]) AS e(event_id, occurred_at)
     ORDER BY e.event_id
     ON CONFLICT (event_id) DO NOTHING`,
    [
      options.priority,
      options.now,
      events.map(e => e.eventId),
      events.map(e => e.occurredAt.toISOString()),
    ],
  );
}
