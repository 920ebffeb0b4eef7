import { Knex } from 'knex';
import { ACCESS_CODES } from '../accessProblems';

/** Remembers a visit that found nothing new, for many repositories at once. */
export async function markUnchanged(
  tx: Knex.Transaction,
  options: { provider: string; names: string[]; now: Date },
): Promise<void> {
  const { provider, names, now } = options;
  await tx.raw(
    `WITH cleared AS (
       DELETE FROM problem
       WHERE problem.code IN (${ACCESS_CODES}) AND problem.path = ''
         AND problem.provider = ? AND problem.repository = ANY(?::text[])
       RETURNING problem.*
     )
     INSERT INTO past_problem (provider, repository, path, code, line, entity_ref,
                               reason, since, resolved_at)
     SELECT c.provider, c.repository, c.path, c.code, c.line, c.entity_ref,
            c.reason, c.since, ?
     FROM cleared AS c`,
    [provider, names, now],
  );
  await tx.raw(
    `UPDATE repository AS r
     SET last_scanned_at = ?, consecutive_misses = 0, last_error = NULL,
         consecutive_failures = 0, retry_at = NULL,
         status = CASE WHEN r.status = 'pending' THEN r.status ELSE 'ok' END
     WHERE r.provider = ? AND r.name = ANY(?::text[])`,
    [now, provider, names],
  );
}
