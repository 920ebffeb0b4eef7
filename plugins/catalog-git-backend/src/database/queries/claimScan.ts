import { Knex } from 'knex';

/**
 * Takes the scan of a provider for a process, unless another one has it and
 * renewed its lease in time. The database's clock counts: those of replicas
 * may differ.
 *
 * @returns whether it is taken
 */
export async function claimScan(
  knex: Knex,
  options: { provider: string; holder: string; leaseMs: number; now: Date },
): Promise<boolean> {
  const result = await knex.raw<{ rowCount: number }>(
    `INSERT INTO scan AS s
       (provider, started_at, finished_at, duration_ms, total, changed,
        unchanged, failed, error, holder, lease_until)
     VALUES (:provider, :now, NULL, NULL, NULL, 0, 0, 0, NULL, :holder,
             clock_timestamp() + :leaseMs * interval '1 millisecond')
     ON CONFLICT (provider) DO UPDATE
     SET started_at = excluded.started_at, finished_at = NULL,
         duration_ms = NULL, total = NULL, changed = 0, unchanged = 0,
         failed = 0, error = NULL, holder = excluded.holder,
         lease_until = excluded.lease_until
     WHERE s.finished_at IS NOT NULL OR s.lease_until IS NULL
        OR s.lease_until < clock_timestamp()`,
    options,
  );
  return result.rowCount === 1;
}
