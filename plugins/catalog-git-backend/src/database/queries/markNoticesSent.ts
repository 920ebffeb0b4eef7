import { Knex } from 'knex';
import { ProblemRecord } from '../IngestionStore';

/** Remembers that the owners of files know of what is wrong with them. */
export async function markNoticesSent(
  tx: Knex.Transaction,
  problems: ProblemRecord[],
): Promise<void> {
  const rows = problems.map(
    ({ provider, repository, path, document, code }) => ({
      provider,
      repository,
      path,
      document: document ?? -1,
      code,
    }),
  );
  await tx.raw(
    `UPDATE problem AS p SET notice = 'sent'
     FROM jsonb_to_recordset(?::jsonb) AS r(
       provider text, repository text, path text, document integer, code text)
     WHERE p.provider = r.provider AND p.repository = r.repository
       AND p.path = r.path AND p.document = r.document AND p.code = r.code`,
    [JSON.stringify(rows)],
  );
}
