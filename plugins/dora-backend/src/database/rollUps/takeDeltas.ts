import type { Knex } from 'knex';
import type { Grain, LocalDate } from '../../domain/calendar';
import type { Counters, Histograms } from '../../rollUps/Tally';
import { query } from '../query';

export interface RollUpKey {
  generation: number;
  scope: string;
  grain: Grain;
  start: LocalDate;
}

export type StoredRollUp = RollUpKey & {
  counters: Counters;
  histograms: Histograms;
};

/** Takes additions of the given lanes. */
export async function takeDeltas(
  tx: Knex.Transaction,
  options: { lanes: readonly number[]; limit: number },
): Promise<StoredRollUp[]> {
  return query<StoredRollUp>(
    tx,
    `DELETE FROM roll_up_delta WHERE delta_id IN (
       SELECT delta_id FROM roll_up_delta WHERE lane = ANY(?::smallint[]) ORDER BY delta_id LIMIT ?)
     RETURNING generation, scope, grain, start::text AS start, counters, histograms`,
    [options.lanes, options.limit],
  );
}
