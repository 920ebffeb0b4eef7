import type { Knex } from 'knex';
import { execute } from '../query';

/**
 * Does a batch of the pipeline in a transaction: what was claimed is free again
 * when it fails.
 *
 * Everything a batch reads it looks up by key. A planner that has not counted
 * the rows yet, because a flood of events has just come, would rather read
 * whole tables; so it may not.
 */
export async function inBatch<T>(
  knex: Knex,
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return knex.transaction(async tx => {
    await execute(tx, 'SET LOCAL enable_seqscan = off');
    return work(tx);
  });
}
