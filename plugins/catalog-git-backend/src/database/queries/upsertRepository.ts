import { Knex } from 'knex';
import { RepositoryKey } from '../IngestionStore';

/**
 * Writes what a scan found out about a repository.
 *
 * @returns false when another scan wrote it since `expectedVersion`
 */
export async function upsertRepository(
  tx: Knex.Transaction,
  options: {
    repository: RepositoryKey & { url: string };
    branch: string;
    commit: string | undefined;
    configHash: string;
    expectedVersion: string | undefined;
    now: Date;
  },
): Promise<boolean> {
  const { repository, branch, commit, configHash, expectedVersion, now } =
    options;
  const result = await tx.raw<{ rowCount: number }>(
    `INSERT INTO repository AS r
       (provider, name, url, branch, commit_id, config_hash, status, last_scanned_at)
     VALUES (:provider, :name, :url, :branch, :commit, :configHash, 'ok', :now)
     ON CONFLICT (provider, name) DO UPDATE
     SET url = excluded.url, branch = excluded.branch,
         commit_id = excluded.commit_id, config_hash = excluded.config_hash,
         status = 'ok', last_error = NULL, consecutive_misses = 0,
         consecutive_failures = 0, retry_at = NULL,
         last_scanned_at = excluded.last_scanned_at, version = r.version + 1
     WHERE r.version = :expectedVersion`,
    {
      provider: repository.provider,
      name: repository.name,
      url: repository.url,
      branch,
      commit: commit ?? null,
      configHash,
      expectedVersion: expectedVersion ?? null,
      now,
    },
  );
  return result.rowCount === 1;
}
