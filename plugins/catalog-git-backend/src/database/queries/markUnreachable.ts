import { Knex } from 'knex';
import { RepositoryKey } from '../IngestionStore';

/** Remembers that a repository could not be read. Its claims are not touched. */
export async function markUnreachable(
  tx: Knex.Transaction,
  options: {
    repository: RepositoryKey & { url: string };
    reason: string;
    now: Date;
  },
): Promise<void> {
  const { repository, reason, now } = options;
  const values = {
    provider: repository.provider,
    name: repository.name,
    url: repository.url,
    reason,
    now,
  };
  await tx.raw(
    `INSERT INTO repository AS r
       (provider, name, url, status, last_error, last_scanned_at)
     VALUES (:provider, :name, :url, 'unreachable', :reason, :now)
     ON CONFLICT (provider, name) DO UPDATE
     SET status = 'unreachable', last_error = excluded.last_error,
         last_scanned_at = excluded.last_scanned_at, consecutive_misses = 0`,
    values,
  );
  await tx.raw(
    `INSERT INTO problem
       (provider, repository, path, document, code, reason, since, last_good_commit)
     SELECT r.provider, r.name, '', -1, 'unreachable', :reason, :now, r.commit_id
     FROM repository AS r
     WHERE r.provider = :provider AND r.name = :name
     ON CONFLICT (provider, repository, path, document, code) DO UPDATE
     SET reason = excluded.reason`,
    values,
  );
}
