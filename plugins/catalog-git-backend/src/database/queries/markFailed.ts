import { Knex } from 'knex';
import { ACCESS_CODES } from '../accessProblems';
import { AccessProblemCode, RepositoryKey } from '../IngestionStore';

/**
 * Remembers why a repository could not be read, in place of an earlier reason.
 * Its claims are not touched.
 */
export async function markFailed(
  tx: Knex.Transaction,
  options: {
    repository: RepositoryKey & { url: string };
    code: AccessProblemCode;
    reason: string;
    retryAt: Date;
    now: Date;
  },
): Promise<void> {
  const { repository, code, reason, retryAt, now } = options;
  const values = {
    provider: repository.provider,
    name: repository.name,
    url: repository.url,
    status: code === 'unauthorized' ? 'unauthorized' : 'unreachable',
    code,
    reason,
    retryAt,
    now,
  };
  await tx.raw(
    `INSERT INTO repository AS r
       (provider, name, url, status, last_error, last_scanned_at,
        consecutive_failures, retry_at)
     VALUES (:provider, :name, :url, :status, :reason, :now, 1, :retryAt)
     ON CONFLICT (provider, name) DO UPDATE
     SET status = excluded.status, last_error = excluded.last_error,
         last_scanned_at = excluded.last_scanned_at, consecutive_misses = 0,
         consecutive_failures = r.consecutive_failures + 1,
         retry_at = excluded.retry_at`,
    values,
  );
  await tx.raw(
    `WITH cleared AS (
       DELETE FROM problem AS p
       WHERE p.provider = :provider AND p.repository = :name
         AND p.path = '' AND p.code IN (${ACCESS_CODES}) AND p.code <> :code
       RETURNING p.*
     )
     INSERT INTO past_problem (provider, repository, path, code, line, entity_ref,
                               reason, since, resolved_at)
     SELECT c.provider, c.repository, c.path, c.code, c.line, c.entity_ref,
            c.reason, c.since, :now
     FROM cleared AS c`,
    values,
  );
  await tx.raw(
    `INSERT INTO problem
       (provider, repository, path, document, code, reason, since, last_good_commit)
     SELECT r.provider, r.name, '', -1, :code, :reason, :now, r.commit_id
     FROM repository AS r
     WHERE r.provider = :provider AND r.name = :name
     ON CONFLICT (provider, repository, path, document, code) DO UPDATE
     SET reason = excluded.reason`,
    values,
  );
}
