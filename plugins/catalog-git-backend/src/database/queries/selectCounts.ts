import { Knex } from 'knex';
import {
  ProblemCode,
  RepositoryStatus,
} from '@waymark/plugin-catalog-git-common';
import { Counts } from '../IngestionStore';
import { REPOSITORY_STATE } from './repositoryState';

/** Totals for the summary and the metrics. */
export async function selectCounts(knex: Knex): Promise<Counts> {
  const entities = await knex.raw<{ rows: { count: number }[] }>(
    `SELECT count(*)::integer AS count FROM entity AS e WHERE e.winning`,
  );
  const repositories = await knex.raw<{
    rows: { status: RepositoryStatus; count: number }[];
  }>(
    `SELECT r.state AS status, count(*)::integer AS count
     FROM (${REPOSITORY_STATE}) AS r GROUP BY r.state`,
  );
  const problems = await knex.raw<{
    rows: { code: ProblemCode; count: number }[];
  }>(
    `SELECT p.code, count(*)::integer AS count FROM problem AS p
     GROUP BY p.code ORDER BY count(*) DESC, p.code`,
  );
  const byStatus = {
    ok: 0,
    failing: 0,
    unreachable: 0,
    unauthorized: 0,
    pending: 0,
  };
  for (const row of repositories.rows) {
    byStatus[row.status] = row.count;
  }
  return {
    entities: entities.rows[0].count,
    repositories: byStatus,
    problems: problems.rows,
  };
}
