import { Knex } from 'knex';
import { ProblemCode } from '@waymark/plugin-catalog-git-common';
import { PastProblemRecord, RepositoryKey } from '../IngestionStore';

interface PastProblemRow {
  path: string;
  line: number | null;
  entity_ref: string | null;
  code: ProblemCode;
  reason: string;
  since: Date;
  resolved_at: Date;
}

/** Problems of a repository that are over, newest first. */
export async function selectPastProblems(
  knex: Knex,
  key: RepositoryKey,
): Promise<PastProblemRecord[]> {
  const rows = await knex('past_problem')
    .select<PastProblemRow[]>()
    .where({ provider: key.provider, repository: key.name })
    .orderBy([
      { column: 'resolved_at', order: 'desc' },
      { column: 'past_problem_id', order: 'desc' },
    ])
    .limit(50);
  return rows.map(row => ({
    path: row.path,
    line: row.line,
    entityRef: row.entity_ref,
    code: row.code,
    reason: row.reason,
    since: row.since,
    resolvedAt: row.resolved_at,
  }));
}
