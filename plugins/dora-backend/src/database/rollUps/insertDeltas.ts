import type { Knex } from 'knex';
import type { Delta } from '../../rollUps/DeltaBook';
import { execute } from '../query';

const CHUNK = 5_000;

/** Notes what has to be added to roll-ups; nobody waits for a row that many add to. */
export async function insertDeltas(
  tx: Knex.Transaction,
  deltas: readonly Delta[],
  generation: number,
): Promise<void> {
  for (let at = 0; at < deltas.length; at += CHUNK) {
    const rows = deltas.slice(at, at + CHUNK).map(({ tally, ...key }) => ({
      ...key,
      counters: tally.counters,
      histograms: tally.histograms,
    }));
    await execute(
      tx,
      `INSERT INTO roll_up_delta (lane, generation, scope, grain, start, counters, histograms)
       SELECT lane_of(d.scope), ?, d.scope, d.grain, d.start, d.counters, d.histograms
       FROM json_to_recordset(?::json) AS d(scope text, grain text, start date, counters json, histograms json)`,
      [generation, JSON.stringify(rows)],
    );
  }
}
