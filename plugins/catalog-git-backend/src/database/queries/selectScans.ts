import { Knex } from 'knex';
import { ScanRecord } from '../IngestionStore';

interface ScanRow {
  provider: string;
  started_at: Date;
  finished_at: Date | null;
  duration_ms: number | null;
  changed: number;
  unchanged: number;
  failed: number;
  error: string | null;
}

/** The last scan of every provider. */
export async function selectScans(knex: Knex): Promise<ScanRecord[]> {
  const rows = await knex<ScanRow>('scan').orderBy('provider');
  return rows.map(row => ({
    provider: row.provider,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    durationMs: row.duration_ms,
    changed: row.changed,
    unchanged: row.unchanged,
    failed: row.failed,
    error: row.error,
  }));
}
