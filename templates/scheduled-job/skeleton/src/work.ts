import type { Pool } from 'pg';
import type { Logger } from './logger.ts';

export interface WorkContext {
  pool: Pool;
  logger: Logger;
  /** Aborts when the run has to end; look at it between steps. */
  signal: AbortSignal;
  batchSize: number;
  /** Tell what would be done, and do nothing. */
  dryRun: boolean;
  /** Counts what is done, for the progress log and the metrics. */
  progress: (items: number) => void;
}

/**
 * What this job is there for: it removes records whose time is over.
 *
 * In batches, so that no transaction is long and nobody waits for many locks, and so that a run that
 * is ended half way has still done that half. A run more, or one that was missed, does no harm.
 */
export async function work(context: WorkContext): Promise<void> {
  const { pool, logger, signal, batchSize, dryRun, progress } = context;
  if (dryRun) {
    const { rows } = await pool.query<{ due: string }>(
      'SELECT count(*) AS due FROM record WHERE expires_at <= now()',
    );
    logger.info({ due: Number(rows[0]?.due) }, 'records that are due');
    return;
  }
  let removed: number;
  do {
    signal.throwIfAborted();
    const result = await pool.query(
      `DELETE FROM record WHERE id IN (
         SELECT id FROM record WHERE expires_at <= now()
         ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED
       )`,
      [batchSize],
    );
    removed = result.rowCount ?? 0;
    progress(removed);
  } while (removed === batchSize);
}
