import type { Knex } from 'knex';
import type { Cell } from '../../rollUps/cells';
import type { Counters, Duration, Histograms } from '../../rollUps/Tally';
import { query } from '../query';

export interface StoredCell extends Cell {
  counters: Counters;
  /** Only where they were asked for. */
  histograms: Histograms | null;
  medians: Partial<Record<Duration, number>>;
}

/** Roll-ups of scopes; periods in which nothing happened have none. */
export async function selectCells(
  knex: Knex,
  options: {
    scopes: readonly string[];
    cells: readonly Cell[];
    withHistograms: boolean;
  },
): Promise<StoredCell[]> {
  const { scopes, cells, withHistograms } = options;
  return query<StoredCell>(
    knex,
    `SELECT r.grain, r.start::text AS start, r.counters, r.medians,
            ${withHistograms ? 'r.histograms' : 'NULL'} AS histograms
     FROM state
     CROSS JOIN unnest(?::text[]) AS s(scope)
     CROSS JOIN unnest(?::text[], ?::date[]) AS c(grain, start)
     JOIN roll_up AS r ON r.generation = state.generation AND r.scope = s.scope
       AND r.grain = c.grain AND r.start = c.start`,
    [scopes, cells.map(({ grain }) => grain), cells.map(({ start }) => start)],
  );
}
