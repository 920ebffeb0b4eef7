import { Knex } from 'knex';

/**
 * Decides who owns each entity: the earliest claim, over all repositories and
 * providers. Ties within a repository go to the first path and document.
 */
export async function settleWinners(
  tx: Knex.Transaction,
  entityRefs: string[],
): Promise<void> {
  await tx.raw(
    `UPDATE entity AS e
     SET winning = ranked.place = 1
     FROM (
       SELECT entity.entity_id, row_number() OVER (
         PARTITION BY entity.entity_ref
         ORDER BY entity.claim_seq, entity.path, entity.document, entity.entity_id
       ) AS place
       FROM entity
       WHERE entity.entity_ref = ANY(?::text[])
     ) AS ranked
     WHERE e.entity_id = ranked.entity_id
       AND e.winning IS DISTINCT FROM (ranked.place = 1)`,
    [entityRefs],
  );
}
