import { Knex } from 'knex';
import { RepositoryKey, RepositoryScanRecord } from '../IngestionStore';

const KEPT = 20;

/** Adds a scan to the history of a repository and drops what is too old for it. */
export async function insertRepositoryScan(
  tx: Knex.Transaction,
  options: {
    repository: RepositoryKey;
    scan: Omit<RepositoryScanRecord, 'problems'>;
  },
): Promise<void> {
  const { repository, scan } = options;
  const key = { provider: repository.provider, name: repository.name };
  await tx.raw(
    `INSERT INTO repository_scan
       (provider, repository, finished_at, duration_ms, trigger, outcome,
        commit_id, changes, problems, reason)
     SELECT :provider, :name, :finishedAt, :durationMs, :trigger, :outcome,
            :commit, :changes, count(*)::integer, :reason
     FROM problem AS p
     WHERE p.provider = :provider AND p.repository = :name`,
    { ...key, ...scan },
  );
  await tx.raw(
    `DELETE FROM repository_scan AS s
     WHERE s.provider = :provider AND s.repository = :name
       AND s.repository_scan_id <= (
         SELECT old.repository_scan_id FROM repository_scan AS old
         WHERE old.provider = :provider AND old.repository = :name
         ORDER BY old.repository_scan_id DESC OFFSET ${KEPT} LIMIT 1)`,
    key,
  );
}
