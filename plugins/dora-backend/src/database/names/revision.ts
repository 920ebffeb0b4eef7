import type { Knex } from 'knex';
import { query } from '../query';

/**
 * The current revision. In a transaction it stays current until its end: who
 * changes what names stand for waits, and then sees what was written with the
 * old one.
 */
export async function shareRevision(tx: Knex.Transaction): Promise<number> {
  const [row] = await query<{ revision: string }>(
    tx,
    'SELECT revision FROM state FOR SHARE',
  );
  return Number(row.revision);
}

export async function selectRevision(knex: Knex): Promise<number> {
  const [row] = await query<{ revision: string }>(
    knex,
    'SELECT revision FROM state',
  );
  return Number(row.revision);
}

/** Makes work with older knowledge start again. First statement of a change. */
export async function nextRevision(tx: Knex.Transaction): Promise<number> {
  const [row] = await query<{ revision: string }>(
    tx,
    'UPDATE state SET revision = revision + 1 RETURNING revision',
  );
  return Number(row.revision);
}
