import { Knex } from 'knex';

/** Waits until no other transaction delivers for this provider; held to the end of this one. */
export async function lockDelivery(
  tx: Knex.Transaction,
  provider: string,
): Promise<void> {
  await tx.raw(
    `SELECT pg_advisory_xact_lock(hashtext('git-delivery'), hashtext(?))`,
    [provider],
  );
}
