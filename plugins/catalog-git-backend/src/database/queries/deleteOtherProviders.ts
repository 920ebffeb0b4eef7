import { Knex } from 'knex';

const TABLES = ['change', 'delivery', 'scan', 'repository'];

/**
 * Drops what belongs to providers that are not in the list.
 *
 * @returns the entities they claimed
 */
export async function deleteOtherProviders(
  tx: Knex.Transaction,
  providers: string[],
): Promise<string[]> {
  const { rows } = await tx.raw<{ rows: { entity_ref: string }[] }>(
    `DELETE FROM entity AS e
     WHERE NOT (e.provider = ANY(?::text[])) RETURNING e.entity_ref`,
    [providers],
  );
  for (const table of TABLES) {
    await tx.raw(`DELETE FROM ?? WHERE NOT (provider = ANY(?::text[]))`, [
      table,
      providers,
    ]);
  }
  return [...new Set(rows.map(row => row.entity_ref))];
}
