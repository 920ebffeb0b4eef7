import { Knex } from 'knex';
import { ToldFile } from '../IngestionStore';

/** Files whose owners were told of a problem, and which have none any more. */
export async function selectMended(tx: Knex.Transaction): Promise<ToldFile[]> {
  const { rows } = await tx.raw<{ rows: ToldFile[] }>(
    `SELECT t.provider, t.repository, t.path, t.recipients, r.branch,
            r.name IS NOT NULL AS "isKnown"
     FROM told_file AS t
     LEFT JOIN repository AS r
       ON r.provider = t.provider AND r.name = t.repository
     WHERE NOT EXISTS (
       SELECT 1 FROM problem AS p
       WHERE p.provider = t.provider AND p.repository = t.repository
         AND p.path = t.path)
     ORDER BY t.provider, t.repository, t.path
     LIMIT 200`,
  );
  return rows;
}
