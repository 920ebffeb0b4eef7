import { Knex } from 'knex';

/**
 * Forgets repositories with their claims and problems.
 *
 * @returns the entities they claimed
 */
export async function deleteRepositories(
  tx: Knex.Transaction,
  options: { provider: string; names: string[] },
): Promise<string[]> {
  const { provider, names } = options;
  const { rows } = await tx.raw<{ rows: { entity_ref: string }[] }>(
    `DELETE FROM entity AS e
     WHERE e.provider = ? AND e.repository = ANY(?::text[])
     RETURNING e.entity_ref`,
    [provider, names],
  );
  await tx.raw(
    `DELETE FROM repository AS r WHERE r.provider = ? AND r.name = ANY(?::text[])`,
    [provider, names],
  );
  return [...new Set(rows.map(row => row.entity_ref))];
}
