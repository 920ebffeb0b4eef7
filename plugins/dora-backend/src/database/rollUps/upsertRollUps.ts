import type { Knex } from 'knex';
import type { Duration, Tally } from '../../rollUps/Tally';
import { execute, query } from '../query';
import type { RollUpKey, StoredRollUp } from './takeDeltas';

const KEY = 'generation integer, scope text, grain text, start date';

/** Roll-ups as they are now. */
export async function selectRollUps(
  tx: Knex.Transaction,
  keys: readonly RollUpKey[],
): Promise<StoredRollUp[]> {
  return query<StoredRollUp>(
    tx,
    `SELECT r.generation, r.scope, r.grain, r.start::text AS start, r.counters, r.histograms
     FROM json_to_recordset(?::json) AS k(${KEY})
     JOIN roll_up AS r ON r.generation = k.generation AND r.scope = k.scope
       AND r.grain = k.grain AND r.start = k.start`,
    [JSON.stringify(keys)],
  );
}

/** Writes roll-ups; the caller holds the lanes of their scopes. */
export async function upsertRollUps(
  tx: Knex.Transaction,
  rollUps: readonly (RollUpKey & {
    tally: Tally;
    medians: Partial<Record<Duration, number>>;
  })[],
): Promise<void> {
  const rows = rollUps.map(({ tally, ...rest }) => ({
    ...rest,
    counters: tally.counters,
    histograms: tally.histograms,
  }));
  await execute(
    tx,
    `INSERT INTO roll_up (generation, scope, grain, start, counters, histograms, medians)
     SELECT r.generation, r.scope, r.grain, r.start, r.counters, r.histograms, r.medians
     FROM json_to_recordset(?::json) AS r(${KEY}, counters json, histograms json, medians json)
     ON CONFLICT (generation, scope, grain, start) DO UPDATE SET
       counters = excluded.counters, histograms = excluded.histograms, medians = excluded.medians`,
    [JSON.stringify(rows)],
  );
}

/** Nothing happened in these periods after all. */
export async function deleteRollUps(
  tx: Knex.Transaction,
  keys: readonly RollUpKey[],
): Promise<void> {
  if (keys.length > 0) {
    await execute(
      tx,
      `DELETE FROM roll_up AS r USING json_to_recordset(?::json) AS k(${KEY})
       WHERE r.generation = k.generation AND r.scope = k.scope
         AND r.grain = k.grain AND r.start = k.start`,
      [JSON.stringify(keys)],
    );
  }
}
