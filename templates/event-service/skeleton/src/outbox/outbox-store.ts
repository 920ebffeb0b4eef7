import type { Queryable } from '../database/database.ts';
import type { TraceHeaders } from '../observability/trace-headers.ts';

export interface OutboxRow {
  readonly position: string;
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly body: string;
  readonly trace: TraceHeaders;
}

export async function insertIntoOutbox(
  tx: Queryable,
  row: Omit<OutboxRow, 'position'>,
): Promise<void> {
  await tx.query(
    `INSERT INTO outbox (event_id, topic, key, type, body, trace)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [
      row.eventId,
      row.topic,
      row.key,
      row.type,
      row.body,
      JSON.stringify(row.trace),
    ],
  );
}

/** Until the end of the transaction, no other replica relays: the order of events is theirs alone. */
export async function becomeTheRelay(tx: Queryable): Promise<boolean> {
  const [row] = await tx.query<{ acquired: boolean }>(
    `SELECT pg_try_advisory_xact_lock(hashtext('outbox relay')) AS acquired`,
  );
  return row?.acquired ?? false;
}

export function unsentEvents(
  tx: Queryable,
  limit: number,
): Promise<OutboxRow[]> {
  return tx.query<OutboxRow>(
    `SELECT position::text, event_id AS "eventId", topic, key, type, body, trace
     FROM outbox WHERE sent_at IS NULL ORDER BY outbox.position LIMIT $1`,
    [limit],
  );
}

export async function markSent(
  tx: Queryable,
  positions: readonly string[],
): Promise<void> {
  await tx.query(
    `UPDATE outbox SET sent_at = clock_timestamp() WHERE position = ANY ($1::bigint[])`,
    [positions],
  );
}

export async function outboxState(
  database: Queryable,
): Promise<{ unsent: number; ageSeconds: number }> {
  const [row] = await database.query<{ unsent: number; ageSeconds: number }>(
    `SELECT count(*)::int AS unsent,
       coalesce(extract(epoch FROM clock_timestamp() - min(created_at)), 0)::float8 AS "ageSeconds"
     FROM outbox WHERE sent_at IS NULL`,
  );
  return row ?? { unsent: 0, ageSeconds: 0 };
}

/** Resolves to how many rows went. */
export async function forgetSent(
  database: Queryable,
  { olderThanDays, limit }: { olderThanDays: number; limit: number },
): Promise<number> {
  const rows = await database.query(
    `DELETE FROM outbox WHERE position IN (
       SELECT position FROM outbox
       WHERE sent_at < now() - make_interval(days => $1) LIMIT $2
     ) RETURNING 1`,
    [olderThanDays, limit],
  );
  return rows.length;
}
