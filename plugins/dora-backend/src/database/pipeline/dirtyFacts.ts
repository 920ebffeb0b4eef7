import type { Knex } from 'knex';
import type { FactKind } from '../../domain/ids';
import { execute, query } from '../query';

export interface DirtyFact {
  factId: string;
  kind: FactKind;
}

/** Takes facts of the given lanes that have to be folded, each once. */
export async function takeDirtyFacts(
  tx: Knex.Transaction,
  options: { lanes: readonly number[]; limit: number },
): Promise<DirtyFact[]> {
  return query<DirtyFact>(
    tx,
    `WITH taken AS (
       DELETE FROM dirty_fact WHERE dirty_id IN (
         SELECT dirty_id FROM dirty_fact WHERE lane = ANY(?::smallint[]) ORDER BY dirty_id LIMIT ?)
       RETURNING fact_id, kind
     )
     SELECT DISTINCT fact_id AS "factId", kind FROM taken`,
    [options.lanes, options.limit],
  );
}

/** Has facts folded again that are there. */
export async function markFact(
  tx: Knex.Transaction,
  { factId, kind }: DirtyFact,
): Promise<void> {
  await execute(
    tx,
    `INSERT INTO dirty_fact (lane, fact_id, kind)
     SELECT lane_of(coalesce((SELECT repository FROM change WHERE change_id = ?), ?)), ?, ?`,
    [factId, factId, factId, kind],
  );
}
