import { Knex } from 'knex';
import { ProblemRecord } from '../IngestionStore';
import { withOwners } from './problemOwners';
import { ProblemRow, toProblemRecord } from './toProblemRecord';

const DUE = `
  SELECT p.* FROM problem AS p
  WHERE p.notice = 'due'
  ORDER BY p.since, p.provider, p.repository, p.path, p.document, p.code
  LIMIT 200`;

/** Problems whose owners were not told yet, oldest first. */
export async function selectDueNotices(
  tx: Knex.Transaction,
): Promise<ProblemRecord[]> {
  const { rows } = await tx.raw<{ rows: ProblemRow[] }>(
    `SELECT p.* FROM (${withOwners(DUE)}) AS p
     ORDER BY p.since, p.provider, p.repository, p.path, p.document, p.code`,
  );
  return rows.map(toProblemRecord);
}
