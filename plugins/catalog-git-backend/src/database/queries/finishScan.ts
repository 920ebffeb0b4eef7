import { Knex } from 'knex';
import { ScanProgress } from '../IngestionStore';

/** Ends a scan, unless another process has taken it over. */
export async function finishScan(
  knex: Knex,
  options: ScanProgress & {
    provider: string;
    holder: string;
    finishedAt: Date;
    durationMs: number;
    error: string | null;
  },
): Promise<void> {
  await knex('scan')
    .where({ provider: options.provider, holder: options.holder })
    .whereNull('finished_at')
    .update({
      finished_at: options.finishedAt,
      duration_ms: options.durationMs,
      total: options.total,
      changed: options.changed,
      unchanged: options.unchanged,
      failed: options.failed,
      error: options.error,
      lease_until: null,
    });
}
