import { Knex } from 'knex';
import { FileKey } from '../IngestionStore';

/**
 * Adds to a file those who were told of its problems: all of them hear of the
 * end, though the owner may have changed in between.
 */
export async function rememberTold(
  tx: Knex.Transaction,
  files: (FileKey & { recipients: string[] })[],
): Promise<void> {
  const rows = files.map(({ provider, repository, path, recipients }) => ({
    provider,
    repository,
    path,
    recipients,
  }));
  await tx.raw(
    `INSERT INTO told_file AS t (provider, repository, path, recipients)
     SELECT r.provider, r.repository, r.path, r.recipients
     FROM jsonb_to_recordset(?::jsonb) AS r(
       provider text, repository text, path text, recipients text[])
     ON CONFLICT (provider, repository, path) DO UPDATE
     SET recipients = ARRAY(
       SELECT DISTINCT unnest(t.recipients || excluded.recipients) ORDER BY 1)`,
    [JSON.stringify(rows)],
  );
}
