import { Knex } from 'knex';

/**
 * Counts a successful listing that lacks repositories.
 *
 * @returns names that are missing at least `limit` times in a row
 */
export async function countMisses(
  tx: Knex.Transaction,
  options: { provider: string; names: string[]; limit: number },
): Promise<string[]> {
  const { provider, names, limit } = options;
  const { rows } = await tx.raw<{
    rows: { name: string; consecutive_misses: number }[];
  }>(
    `UPDATE repository AS r
     SET consecutive_misses = r.consecutive_misses + 1
     WHERE r.provider = ? AND NOT (r.name = ANY(?::text[]))
     RETURNING r.name, r.consecutive_misses`,
    [provider, names],
  );
  return rows.filter(row => row.consecutive_misses >= limit).map(r => r.name);
}
