import { Knex } from 'knex';
import { ScanProgress } from '../IngestionStore';

/**
 * Tells how far a scan is and renews its lease.
 *
 * @returns false when another process has taken it over
 */
export async function progressScan(
  knex: Knex,
  options: ScanProgress & { provider: string; holder: string; leaseMs: number },
): Promise<boolean> {
  const result = await knex.raw<{ rowCount: number }>(
    `UPDATE scan AS s
     SET total = :total, changed = :changed, unchanged = :unchanged,
         failed = :failed,
         lease_until = clock_timestamp() + :leaseMs * interval '1 millisecond'
     WHERE s.provider = :provider AND s.holder = :holder
       AND s.finished_at IS NULL`,
    { ...options },
  );
  return result.rowCount === 1;
}
