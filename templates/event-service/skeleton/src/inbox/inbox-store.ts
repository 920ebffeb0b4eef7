import type { Queryable } from '../database/database.ts';
import type { TraceHeaders } from '../observability/trace-headers.ts';

export const REASONS = [
  'unreadable',
  'invalid',
  'rejected',
  'exhausted',
] as const;

/** Why an event was given up. */
export type Reason = (typeof REASONS)[number];

export interface NewInboxRow {
  readonly source: string;
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly body: Uint8Array;
  readonly trace: TraceHeaders;
  /** Set if it cannot be handled at all. */
  readonly dead?: { readonly reason: Reason; readonly error: string };
}

/** Resolves to whether it is new: a copy of an event that was received before changes nothing. */
export async function insertIntoInbox(
  database: Queryable,
  row: NewInboxRow,
): Promise<boolean> {
  const inserted = await database.query(
    `INSERT INTO inbox (source, event_id, topic, key, type, body, trace, state, reason, error, settled_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7,
       CASE WHEN $8::text IS NULL THEN 'pending' ELSE 'dead' END, $8, $9,
       CASE WHEN $8::text IS NULL THEN NULL ELSE clock_timestamp() END)
     ON CONFLICT (source, event_id) DO NOTHING
     RETURNING 1`,
    [
      row.source,
      row.eventId,
      row.topic,
      row.key,
      row.type,
      row.body,
      JSON.stringify(row.trace),
      row.dead?.reason ?? null,
      row.dead?.error ?? null,
    ],
  );
  return inserted.length > 0;
}

export interface Claim {
  readonly position: string;
  readonly topic: string;
  readonly type: string;
  readonly body: Uint8Array;
  readonly trace: TraceHeaders;
  readonly attempts: number;
}

/**
 * Takes the next event that is due, for `leaseMs`: if this replica dies, another one
 * takes it after that. The attempt is counted before it is made, so that an event that
 * kills its replica does not do so for ever. Events of one key wait for one another.
 */
export async function claimEvent(
  database: Queryable,
  leaseMs: number,
): Promise<Claim | undefined> {
  const [claim] = await database.query<Claim>(
    `UPDATE inbox SET attempts = attempts + 1,
       due_at = clock_timestamp() + $1 * interval '1 millisecond'
     WHERE position = (
       SELECT candidate.position FROM inbox AS candidate
       WHERE candidate.state = 'pending' AND candidate.due_at <= now()
         AND NOT EXISTS (
           SELECT FROM inbox AS earlier
           WHERE earlier.state = 'pending'
             AND earlier.topic = candidate.topic AND earlier.key = candidate.key
             AND earlier.position < candidate.position
         )
       ORDER BY candidate.position LIMIT 1
       FOR UPDATE SKIP LOCKED
     )
     RETURNING position::text, topic, type, body, trace, attempts`,
    [leaseMs],
  );
  return claim;
}

/** Until the end of the transaction the event is this attempt's alone. Resolves to false if another attempt has it. */
export async function holdClaim(
  tx: Queryable,
  { position, attempts }: Claim,
): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM inbox
     WHERE position = $1 AND attempts = $2 AND state = 'pending' FOR UPDATE`,
    [position, attempts],
  );
  return rows.length > 0;
}

export async function markDone(tx: Queryable, position: string): Promise<void> {
  await tx.query(
    `UPDATE inbox SET state = 'done', settled_at = clock_timestamp(), error = NULL
     WHERE position = $1`,
    [position],
  );
}

export async function postpone(
  database: Queryable,
  { position, attempts }: Claim,
  { delayMs, error }: { delayMs: number; error: string },
): Promise<void> {
  await database.query(
    `UPDATE inbox SET due_at = clock_timestamp() + $3 * interval '1 millisecond', error = $4
     WHERE position = $1 AND attempts = $2 AND state = 'pending'`,
    [position, attempts, delayMs, error],
  );
}

export async function bury(
  database: Queryable,
  { position, attempts }: Claim,
  { reason, error }: { reason: Reason; error: string },
): Promise<void> {
  await database.query(
    `UPDATE inbox SET state = 'dead', settled_at = clock_timestamp(), reason = $3, error = $4
     WHERE position = $1 AND attempts = $2 AND state = 'pending'`,
    [position, attempts, reason, error],
  );
}

export async function inboxState(database: Queryable): Promise<{
  pending: number;
  ageSeconds: number;
  dead: Partial<Record<Reason, number>>;
}> {
  const [waiting] = await database.query<{
    pending: number;
    ageSeconds: number;
  }>(
    `SELECT count(*)::int AS pending,
       coalesce(extract(epoch FROM clock_timestamp() - min(received_at)), 0)::float8 AS "ageSeconds"
     FROM inbox WHERE state = 'pending'`,
  );
  const dead = await database.query<{ reason: Reason; count: number }>(
    `SELECT reason, count(*)::int AS count FROM inbox WHERE state = 'dead' GROUP BY reason`,
  );
  return {
    pending: waiting?.pending ?? 0,
    ageSeconds: waiting?.ageSeconds ?? 0,
    dead: Object.fromEntries(dead.map(({ reason, count }) => [reason, count])),
  };
}

/** A copy that comes after this is handled again. Resolves to how many rows went. */
export async function forgetDone(
  database: Queryable,
  { olderThanDays, limit }: { olderThanDays: number; limit: number },
): Promise<number> {
  const rows = await database.query(
    `DELETE FROM inbox WHERE position IN (
       SELECT position FROM inbox
       WHERE state = 'done' AND settled_at < now() - make_interval(days => $1) LIMIT $2
     ) RETURNING 1`,
    [olderThanDays, limit],
  );
  return rows.length;
}
