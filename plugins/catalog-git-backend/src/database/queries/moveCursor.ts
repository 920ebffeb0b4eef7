import { Knex } from 'knex';

/**
 * Moves the acknowledged position forward, never back and never beyond what
 * exists, and drops the removals that are done.
 */
export async function moveCursor(
  tx: Knex.Transaction,
  options: { provider: string; cursor: number },
): Promise<number> {
  const { provider, cursor } = options;
  const { rows } = await tx.raw<{ rows: { cursor: string }[] }>(
    `INSERT INTO delivery AS d (provider, cursor)
     SELECT :provider, least(:cursor, coalesce(max(c.sequence), 0))
     FROM change AS c WHERE c.provider = :provider
     ON CONFLICT (provider) DO UPDATE
     SET cursor = greatest(d.cursor, excluded.cursor)
     RETURNING d.cursor`,
    { provider, cursor },
  );
  const position = Number(rows[0].cursor);
  await tx.raw(
    `DELETE FROM change AS c
     WHERE c.provider = ? AND c.deleted AND c.sequence <= ?`,
    [provider, position],
  );
  return position;
}
