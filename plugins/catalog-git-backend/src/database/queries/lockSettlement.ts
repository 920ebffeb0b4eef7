import { Knex } from 'knex';

/**
 * Waits until no other transaction changes claims. Besides keeping two
 * repositories from winning the same entity, it makes change sequences visible
 * in their order, so that no reader of the feed can skip one.
 */
export async function lockSettlement(tx: Knex.Transaction): Promise<void> {
  await tx.raw(`SELECT pg_advisory_xact_lock(hashtext('catalog-git:settle'))`);
}
