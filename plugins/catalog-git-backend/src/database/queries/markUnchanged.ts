import { Knex } from 'knex';

/** Remembers a visit that found nothing new, for many repositories at once. */
export async function markUnchanged(
  tx: Knex.Transaction,
  options: { provider: string; names: string[]; now: Date },
): Promise<void> {
  const { provider, names, now } = options;
  await tx.raw(
    `DELETE FROM problem
     WHERE problem.code = 'unreachable'
       AND problem.provider = ? AND problem.repository = ANY(?::text[])`,
    [provider, names],
  );
  await tx.raw(
    `UPDATE repository AS r
     SET last_scanned_at = ?, consecutive_misses = 0, last_error = NULL,
         status = CASE WHEN r.status = 'unreachable' THEN 'ok' ELSE r.status END
     WHERE r.provider = ? AND r.name = ANY(?::text[])`,
    [now, provider, names],
  );
}
