import type { Knex } from 'knex';
import { inBatch } from '../database/pipeline/inBatch';
import { claimLanes } from '../database/pipeline/lanes';
import {
  takeDeltas,
  type RollUpKey,
  type StoredRollUp,
} from '../database/rollUps/takeDeltas';
import {
  deleteRollUps,
  selectRollUps,
  upsertRollUps,
} from '../database/rollUps/upsertRollUps';
import { histogramOf } from '../rollUps/histograms';
import { DURATIONS, Tally, type Duration } from '../rollUps/Tally';

const LANES_AT_ONCE = 16;
const BATCH = 4_000;

/** Adds what was noted to the roll-ups. */
export class RollUpMerger {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  /** @returns how many additions were taken; 0: nothing to do */
  async run(): Promise<number> {
    return inBatch(this.#knex, async tx => {
      const lanes = await claimLanes(tx, {
        stage: 'roll-up',
        limit: LANES_AT_ONCE,
      });
      if (lanes.length === 0) {
        return 0;
      }
      const deltas = await takeDeltas(tx, { lanes, limit: BATCH });
      const sums = sumUp(deltas);
      const keys = [...sums.values()].map(({ tally, ...key }) => key);
      for (const row of await selectRollUps(tx, keys)) {
        sums.get(keyOf(row))?.tally.add(row);
      }
      const all = [...sums.values()];
      await upsertRollUps(
        tx,
        all
          .filter(({ tally }) => !tally.isEmpty)
          .map(sum => ({ ...sum, medians: mediansOf(sum.tally) })),
      );
      await deleteRollUps(
        tx,
        all
          .filter(({ tally }) => tally.isEmpty)
          .map(({ tally, ...key }) => key),
      );
      return deltas.length;
    });
  }
}

function keyOf({ generation, scope, grain, start }: RollUpKey) {
  return `${generation} ${scope} ${grain} ${start}`;
}

function sumUp(deltas: readonly StoredRollUp[]) {
  const sums = new Map<string, RollUpKey & { tally: Tally }>();
  for (const delta of deltas) {
    const { counters, histograms, ...key } = delta;
    const sum = sums.get(keyOf(delta));
    if (sum) {
      sum.tally.add(delta);
    } else {
      sums.set(keyOf(delta), {
        ...key,
        tally: Tally.of({ counters, histograms }),
      });
    }
  }
  return sums;
}

function mediansOf(tally: Tally): Partial<Record<Duration, number>> {
  return Object.fromEntries(
    DURATIONS.flatMap(duration => {
      const median = histogramOf(tally, duration).percentile(0.5);
      return median === null ? [] : [[duration, median]];
    }),
  );
}
