import { Knex } from 'knex';

/** Whether this transaction may tell owners; only one does at a time. */
export async function lockNotices(tx: Knex.Transaction): Promise<boolean> {
  const lock = await tx.raw<{ rows: { locked: boolean }[] }>(
    `SELECT pg_try_advisory_xact_lock(hashtext('catalog-git:notices')) AS locked`,
  );
  return lock.rows[0].locked;
}
