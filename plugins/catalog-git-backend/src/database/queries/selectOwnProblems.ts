import { Knex } from 'knex';
import { ProblemRecord } from '../IngestionStore';
import { NEWEST_FIRST, withOwners } from './problemOwners';
import { ProblemRow, toProblemRecord } from './toProblemRecord';

/** Of the repositories in which one of the owners has anything. */
const CANDIDATES = `
  SELECT p.* FROM problem AS p
  WHERE EXISTS (
    SELECT 1 FROM entity AS e
    WHERE e.provider = p.provider AND e.repository = p.repository
      AND e.owner_ref = ANY(?::text[]))`;

/** Problems of files that one of the owners has, newest first, from an offset. */
export async function selectOwnProblems(
  knex: Knex,
  options: { owners: string[]; offset: number; limit: number },
): Promise<{ items: ProblemRecord[]; total: number }> {
  const { owners, offset, limit } = options;
  const { rows } = await knex.raw<{ rows: (ProblemRow & { total: number })[] }>(
    `SELECT p.*, (count(*) OVER ())::integer AS total
     FROM (${withOwners(CANDIDATES)}) AS p
     WHERE p.owners && ?::text[]
     ORDER BY ${NEWEST_FIRST('p')}
     LIMIT ? OFFSET ?`,
    [owners, owners, limit, offset],
  );
  return { total: rows[0]?.total ?? 0, items: rows.map(toProblemRecord) };
}
