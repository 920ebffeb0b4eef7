import { Knex } from 'knex';
import { ProblemRecord } from '../IngestionStore';
import { withOwners } from './problemOwners';
import { ProblemRow, toProblemRecord } from './toProblemRecord';

const OF_ENTITY = `
  SELECT p.* FROM problem AS p
  JOIN entity AS e ON e.provider = p.provider AND e.repository = p.repository
  WHERE e.entity_ref = lower(?) AND e.winning
    AND p.last_good_commit IS NOT NULL
    AND (p.path = ''
         OR p.path = e.path
            AND (p.entity_ref = e.entity_ref
                 OR p.entity_ref IS NULL
                    AND (p.document IN (-1, e.document)
                         OR p.code = 'yaml-syntax' AND p.document <= e.document)))
  ORDER BY p.path <> '' DESC, p.since DESC, p.document, p.code
  LIMIT 20`;

/**
 * Problems that hold an entity at its last good version: those of its file, as
 * far as they concern its document, and those of its whole repository.
 */
export async function selectEntityProblems(
  knex: Knex,
  entityRef: string,
): Promise<ProblemRecord[]> {
  const { rows } = await knex.raw<{ rows: ProblemRow[] }>(
    `SELECT p.* FROM (${withOwners(OF_ENTITY)}) AS p
     ORDER BY p.path <> '' DESC, p.since DESC, p.document, p.code`,
    [entityRef],
  );
  return rows.map(toProblemRecord);
}
