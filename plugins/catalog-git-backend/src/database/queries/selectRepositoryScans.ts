import { Knex } from 'knex';
import {
  RepositoryKey,
  RepositoryScanRecord,
  ScanTrigger,
} from '../IngestionStore';

interface RepositoryScanRow {
  finished_at: Date;
  duration_ms: number;
  trigger: ScanTrigger;
  outcome: 'changed' | 'failed';
  commit_id: string | null;
  changes: number;
  problems: number;
  reason: string | null;
}

/** The last scans of a repository that found something new or failed, newest first. */
export async function selectRepositoryScans(
  knex: Knex,
  key: RepositoryKey,
): Promise<RepositoryScanRecord[]> {
  const rows = await knex('repository_scan')
    .select<RepositoryScanRow[]>()
    .where({ provider: key.provider, repository: key.name })
    .orderBy('repository_scan_id', 'desc');
  return rows.map(row => ({
    finishedAt: row.finished_at,
    durationMs: row.duration_ms,
    trigger: row.trigger,
    outcome: row.outcome,
    commit: row.commit_id,
    changes: row.changes,
    problems: row.problems,
    reason: row.reason,
  }));
}
