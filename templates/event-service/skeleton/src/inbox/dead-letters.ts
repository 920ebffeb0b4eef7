import type { Queryable } from '../database/database.ts';
import type { Reason } from './inbox-store.ts';

/** Which dead letters are meant: those at `positions`, or all (of a type, for a reason). */
export interface Selection {
  readonly positions?: readonly string[] | undefined;
  readonly type?: string | undefined;
  readonly reason?: Reason | undefined;
}

export interface DeadLetter {
  readonly position: string;
  readonly source: string;
  readonly eventId: string;
  readonly topic: string;
  readonly key: string;
  readonly type: string;
  readonly reason: Reason;
  readonly error: string;
  readonly attempts: number;
  readonly receivedAt: Date;
  readonly diedAt: Date;
  readonly body: Uint8Array;
}

const SELECTED = `state = 'dead'
  AND ($1::bigint[] IS NULL OR position = ANY ($1::bigint[]))
  AND ($2::text IS NULL OR type = $2)
  AND ($3::text IS NULL OR reason = $3)`;

const valuesOf = ({ positions, type, reason }: Selection): unknown[] => [
  positions ?? null,
  type ?? null,
  reason ?? null,
];

export function listDeadLetters(
  database: Queryable,
  selection: Selection,
  limit = 100,
): Promise<DeadLetter[]> {
  return database.query<DeadLetter>(
    `SELECT position::text, source, event_id AS "eventId", topic, key, type, reason, error,
       attempts, received_at AS "receivedAt", settled_at AS "diedAt", body
     FROM inbox WHERE ${SELECTED} ORDER BY inbox.position LIMIT $4`,
    [...valuesOf(selection), limit],
  );
}

/** They are handled anew, with all their attempts before them. Resolves to how many. */
export async function replayDeadLetters(
  database: Queryable,
  selection: Selection,
): Promise<number> {
  const rows = await database.query(
    `UPDATE inbox SET state = 'pending', reason = NULL, settled_at = NULL,
       attempts = 0, due_at = clock_timestamp()
     WHERE ${SELECTED} RETURNING 1`,
    valuesOf(selection),
  );
  return rows.length;
}

/** They count as done, unhandled; the error stays to tell why. Resolves to how many. */
export async function discardDeadLetters(
  database: Queryable,
  selection: Selection,
): Promise<number> {
  const rows = await database.query(
    `UPDATE inbox SET state = 'done', reason = NULL, settled_at = clock_timestamp()
     WHERE ${SELECTED} RETURNING 1`,
    valuesOf(selection),
  );
  return rows.length;
}
