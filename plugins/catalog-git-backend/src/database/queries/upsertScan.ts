import { Knex } from 'knex';
import { ScanRecord } from '../IngestionStore';

/** Writes the last scan of a provider. */
export async function upsertScan(knex: Knex, scan: ScanRecord): Promise<void> {
  await knex('scan')
    .insert({
      provider: scan.provider,
      started_at: scan.startedAt,
      finished_at: scan.finishedAt,
      duration_ms: scan.durationMs,
      changed: scan.changed,
      unchanged: scan.unchanged,
      failed: scan.failed,
      error: scan.error,
    })
    .onConflict('provider')
    .merge();
}
