import { Knex } from 'knex';

/**
 * Brings the feed in line with the winners. Removals get their sequences
 * first, so that a name is free before its next owner takes it.
 *
 * @returns the providers whose entities changed, once per change
 */
export async function recordChanges(
  tx: Knex.Transaction,
  entityRefs: string[],
): Promise<string[]> {
  const removed = await tx.raw<{ rows: { provider: string }[] }>(
    `UPDATE change AS c
     SET deleted = true, sequence = nextval('change_sequence_seq')
     WHERE c.entity_ref = ANY(?::text[])
       AND NOT c.deleted
       AND NOT EXISTS (
         SELECT 1 FROM entity AS e
         WHERE e.entity_ref = c.entity_ref
           AND e.winning
           AND e.provider = c.provider
           AND e.repository = c.repository)
     RETURNING c.provider`,
    [entityRefs],
  );
  const upserted = await tx.raw<{ rows: { provider: string }[] }>(
    `INSERT INTO change AS c (provider, repository, entity_ref, hash, deleted, sequence)
     SELECT e.provider, e.repository, e.entity_ref, e.hash, false,
            nextval('change_sequence_seq')
     FROM entity AS e
     LEFT JOIN change AS before
       ON before.provider = e.provider
      AND before.repository = e.repository
      AND before.entity_ref = e.entity_ref
     WHERE e.entity_ref = ANY(?::text[])
       AND e.winning
       AND (before.hash IS DISTINCT FROM e.hash OR before.deleted)
     ON CONFLICT (provider, repository, entity_ref) DO UPDATE
     SET hash = excluded.hash, deleted = false, sequence = excluded.sequence
     RETURNING c.provider`,
    [entityRefs],
  );
  return [...removed.rows, ...upserted.rows].map(row => row.provider);
}
