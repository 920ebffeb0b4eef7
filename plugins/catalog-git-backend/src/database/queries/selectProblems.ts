import { Knex } from 'knex';
import { ProblemCode } from '@waymark/plugin-catalog-git-common';
import { ProblemRecord } from '../IngestionStore';

interface ProblemRow {
  provider: string;
  repository: string;
  branch: string | null;
  path: string;
  document: number;
  code: ProblemCode;
  line: number | null;
  column_number: number | null;
  entity_ref: string | null;
  reason: string;
  since: Date;
  last_good_commit: string | null;
  total: number;
}

/** Problems, newest first, from an offset. */
export async function selectProblems(
  knex: Knex,
  options: {
    provider?: string;
    repository?: string;
    code?: ProblemCode;
    entityRef?: string;
    offset: number;
    limit: number;
  },
): Promise<{ items: ProblemRecord[]; total: number }> {
  const { provider, repository, code, entityRef, offset, limit } = options;
  const { rows } = await knex.raw<{ rows: ProblemRow[] }>(
    `SELECT p.*, r.branch, (count(*) OVER ())::integer AS total
     FROM problem AS p
     JOIN repository AS r ON r.provider = p.provider AND r.name = p.repository
     WHERE (cast(:provider AS text) IS NULL OR p.provider = :provider)
       AND (cast(:repository AS text) IS NULL OR p.repository = :repository)
       AND (cast(:code AS text) IS NULL OR p.code = :code)
       AND (cast(:entityRef AS text) IS NULL OR p.entity_ref = lower(:entityRef))
     ORDER BY p.since DESC, p.provider, p.repository, p.path, p.document, p.code
     LIMIT :limit OFFSET :offset`,
    {
      provider: provider ?? null,
      repository: repository ?? null,
      code: code ?? null,
      entityRef: entityRef ?? null,
      limit,
      offset,
    },
  );
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(row => ({
      provider: row.provider,
      repository: row.repository,
      branch: row.branch,
      path: row.path,
      line: row.line,
      column: row.column_number,
      document: row.document < 0 ? null : row.document,
      entityRef: row.entity_ref,
      code: row.code,
      reason: row.reason,
      since: row.since,
      lastGoodCommit: row.last_good_commit,
    })),
  };
}
