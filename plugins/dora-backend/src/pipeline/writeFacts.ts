import type { Knex } from 'knex';
import type { FactTable } from '../database/pipeline/FactTable';
import type { StoredObservation } from '../database/pipeline/selectObservations';
import type { FactChange } from './dirtyBy';

/** All that was said about one thing. */
export type Said = readonly [StoredObservation, ...StoredObservation[]];

/** Writes the rows of one table that differ from what is there. */
export async function writeFacts<Row extends object>(
  tx: Knex.Transaction,
  table: FactTable<Row>,
  options: {
    ids: readonly string[];
    said: ReadonlyMap<string, Said>;
    toRow: (said: Said) => Row | null;
  },
) {
  const { ids, said, toRow } = options;
  if (ids.length === 0) {
    return { rows: [], written: [], gone: [], changes: [] };
  }
  const before = await table.select(tx, ids);
  const after = new Map<string, Row>();
  for (const id of ids) {
    const each = said.get(id);
    const row = each && toRow(each);
    if (row) {
      after.set(id, row);
    }
  }
  const written = [...after].flatMap(([id, row]) => {
    const old = before.get(id);
    return old && table.isSame(old, row) ? [] : [row];
  });
  const gone = [...before.keys()].filter(id => !after.has(id));
  await table.upsert(tx, written);
  await table.delete(tx, gone);
  return {
    rows: [...after.values()],
    written,
    gone,
    /** What differs: as it is now, and as it was. */
    changes: [
      ...written.map(row => ({ row, old: before.get(table.idOf(row)) })),
      ...gone.map(id => ({ row: undefined, old: before.get(id) })),
    ] satisfies FactChange<Row>[],
  };
}
