import type { Knex } from 'knex';
import { execute, query } from '../query';

export interface RebuildState {
  state: 'idle' | 'running' | 'failed';
  phase: 'events' | 'facts' | 'services' | 'roll-ups';
  startedAt: Date | null;
  finishedAt: Date | null;
  cursorAt: Date | null;
  cursorId: string | null;
  done: number;
  total: number;
  error: string | null;
}

const COLUMNS = `state, phase, started_at AS "startedAt", finished_at AS "finishedAt",
  cursor_at AS "cursorAt", cursor_id AS "cursorId", done::integer, total::integer, error`;

export async function selectRebuild(knex: Knex): Promise<RebuildState> {
  const [row] = await query<RebuildState>(
    knex,
    `SELECT ${COLUMNS} FROM rebuild`,
  );
  return row;
}

/** The state, for whoever moves the rebuild on; undefined while another replica does. */
export async function lockRebuild(
  tx: Knex.Transaction,
): Promise<RebuildState | undefined> {
  const [row] = await query<RebuildState>(
    tx,
    `SELECT ${COLUMNS} FROM rebuild FOR UPDATE SKIP LOCKED`,
  );
  return row;
}

/** Begins, unless one runs; the next generation of roll-ups begins with it. */
export async function beginRebuild(
  tx: Knex.Transaction,
  now: Date,
): Promise<void> {
  const begun = await execute(
    tx,
    `UPDATE rebuild SET state = 'running', phase = 'events', started_at = ?, finished_at = NULL,
       cursor_at = NULL, cursor_id = NULL, done = 0, error = NULL,
       total = (SELECT coalesce(sum(events), 0) FROM source_activity)
     WHERE state <> 'running'`,
    [now],
  );
  if (begun > 0) {
    await execute(
      tx,
      'UPDATE state SET next_generation = greatest(generation, next_generation) + 1',
    );
  }
}

export async function updateRebuild(
  tx: Knex.Transaction,
  next: Omit<RebuildState, 'startedAt'>,
): Promise<void> {
  await execute(
    tx,
    `UPDATE rebuild SET state = ?, phase = ?, finished_at = ?, cursor_at = ?, cursor_id = ?,
       done = ?, total = ?, error = ?`,
    [
      next.state,
      next.phase,
      next.finishedAt,
      next.cursorAt,
      next.cursorId,
      next.done,
      next.total,
      next.error,
    ],
  );
}
