import { Knex } from 'knex';
import { ScanRecord } from '../IngestionStore';

interface ScanRow {
  provider: string;
  started_at: Date;
  finished_at: Date | null;
  duration_ms: number | null;
  total: number | null;
  lapsed: boolean;
  changed: number;
  unchanged: number;
  failed: number;
  error: string | null;
}

/** The last scan of every provider. */
export async function selectScans(knex: Knex): Promise<ScanRecord[]> {
  const { rows } = await knex.raw<{ rows: ScanRow[] }>(
    `SELECT s.provider, s.started_at, s.finished_at, s.duration_ms, s.total,
            s.changed, s.unchanged, s.failed, s.error,
            s.finished_at IS NULL
              AND coalesce(s.lease_until < clock_timestamp(), true) AS lapsed
     FROM scan AS s ORDER BY s.provider`,
  );
  return rows.map(row => ({
    provider: row.provider,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    durationMs: row.duration_ms,
    total: row.total,
    lapsed: row.lapsed,
    changed: row.changed,
    unchanged: row.unchanged,
    failed: row.failed,
    error: row.error,
  }));
}
