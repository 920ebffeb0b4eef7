import { Knex } from 'knex';
import { FileKey } from '../IngestionStore';

/** The owners of these files know that their problems are over. */
export async function forgetTold(
  tx: Knex.Transaction,
  files: FileKey[],
): Promise<void> {
  const rows = files.map(({ provider, repository, path }) => ({
    provider,
    repository,
    path,
  }));
  await tx.raw(
    `DELETE FROM told_file AS t
     USING jsonb_to_recordset(?::jsonb) AS r(
       provider text, repository text, path text)
     WHERE t.provider = r.provider AND t.repository = r.repository
       AND t.path = r.path`,
    [JSON.stringify(rows)],
  );
}
