import { Knex } from 'knex';
import { ProblemCode } from '@waymark/plugin-catalog-git-common';
import { ProblemRecord } from '../IngestionStore';
import { NEWEST_FIRST, withOwners } from './problemOwners';
import { ProblemRow, toProblemRecord } from './toProblemRecord';

const MATCHING = `
  SELECT p.*, (count(*) OVER ())::integer AS total
  FROM problem AS p
  WHERE (cast(:provider AS text) IS NULL OR p.provider = :provider)
    AND (cast(:repository AS text) IS NULL OR p.repository = :repository)
    AND (cast(:code AS text) IS NULL OR p.code = :code)
    AND (cast(:entityRef AS text) IS NULL OR p.entity_ref = lower(:entityRef))
    AND (cast(:text AS text) IS NULL
         OR strpos(lower(concat_ws(' ', p.repository, p.path, p.reason, p.entity_ref)),
                   lower(:text)) > 0)
  ORDER BY ${NEWEST_FIRST('p')}
  LIMIT :limit OFFSET :offset`;

/** Problems, newest first, from an offset. */
export async function selectProblems(
  knex: Knex,
  options: {
    provider?: string;
    repository?: string;
    code?: ProblemCode;
    entityRef?: string;
    text?: string;
    offset: number;
    limit: number;
  },
): Promise<{ items: ProblemRecord[]; total: number }> {
  const { rows } = await knex.raw<{ rows: (ProblemRow & { total: number })[] }>(
    `SELECT p.* FROM (${withOwners(MATCHING)}) AS p
     ORDER BY ${NEWEST_FIRST('p')}`,
    {
      provider: options.provider ?? null,
      repository: options.repository ?? null,
      code: options.code ?? null,
      entityRef: options.entityRef ?? null,
      text: options.text ?? null,
      limit: options.limit,
      offset: options.offset,
    },
  );
  return { total: rows[0]?.total ?? 0, items: rows.map(toProblemRecord) };
}
