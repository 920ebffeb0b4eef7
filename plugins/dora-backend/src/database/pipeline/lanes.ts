import type { Knex } from 'knex';
import { query } from '../query';

export type Stage = 'fold' | 'derive' | 'roll-up';

const WORK: Record<Stage, string> = {
  fold: 'dirty_fact',
  derive: 'dirty_service',
  'roll-up': 'roll_up_delta',
};

/**
 * Lanes of a stage that have work and that nobody else is at, for the rest of
 * the transaction. Whoever dies lets go of them, and their work is still there.
 */
export async function claimLanes(
  tx: Knex.Transaction,
  options: { stage: Stage; limit: number },
): Promise<number[]> {
  const rows = await query<{ lane: number }>(
    tx,
    `SELECT lane FROM lane
     WHERE stage = ? AND EXISTS (SELECT 1 FROM ${
       WORK[options.stage]
     } AS work WHERE work.lane = lane.lane)
     ORDER BY random()
     LIMIT ?
     FOR UPDATE SKIP LOCKED`,
    [options.stage, options.limit],
  );
  return rows.map(({ lane }) => lane);
}

/** The lane of a key, however long its holder needs. */
export async function waitForLane(
  tx: Knex.Transaction,
  options: { stage: Stage; key: string },
): Promise<void> {
  await query(
    tx,
    'SELECT lane FROM lane WHERE stage = ? AND lane = lane_of(?) FOR UPDATE',
    [options.stage, options.key],
  );
}
