import { Knex } from 'knex';
import { RepositoryStatus } from '@waymark/plugin-catalog-git-common';
import { RepositoryRecord } from '../IngestionStore';
import { REPOSITORY_STATE } from './repositoryState';

interface RepositoryRow {
  provider: string;
  name: string;
  state: RepositoryStatus;
  branch: string | null;
  commit_id: string | null;
  entities: number;
  problems: number;
  last_scanned_at: Date | null;
  last_changed_at: Date | null;
  last_error: string | null;
  consecutive_failures: number;
  retry_at: Date | null;
  total: number;
}

/** Repositories after a `(name, provider)` position, with their counts. */
export async function selectRepositories(
  knex: Knex,
  options: {
    provider?: string;
    status?: RepositoryStatus;
    text?: string;
    /** Exactly this one. */
    name?: string;
    after?: { name: string; provider: string };
    limit: number;
  },
): Promise<{ items: RepositoryRecord[]; total: number }> {
  const { provider, status, text, name, after, limit } = options;
  const { rows } = await knex.raw<{ rows: RepositoryRow[] }>(
    `WITH repository_state AS (${REPOSITORY_STATE}), matching AS (
       SELECT r.* FROM repository_state AS r
       WHERE (cast(:provider AS text) IS NULL OR r.provider = :provider)
         AND (cast(:status AS text) IS NULL OR r.state = :status)
         AND (cast(:name AS text) IS NULL OR r.name = :name)
         AND (cast(:text AS text) IS NULL OR strpos(lower(r.name), lower(:text)) > 0)
     )
     SELECT m.provider, m.name, m.state, m.branch, m.commit_id,
            m.last_scanned_at, m.last_changed_at, m.last_error,
            m.consecutive_failures, m.retry_at,
            (SELECT count(*)::integer FROM entity AS e
             WHERE e.provider = m.provider AND e.repository = m.name AND e.winning) AS entities,
            (SELECT count(*)::integer FROM problem AS p
             WHERE p.provider = m.provider AND p.repository = m.name) AS problems,
            (SELECT count(*)::integer FROM matching) AS total
     FROM matching AS m
     WHERE cast(:afterName AS text) IS NULL
        OR (m.name, m.provider) > (:afterName, :afterProvider)
     ORDER BY m.name, m.provider
     LIMIT :limit`,
    {
      provider: provider ?? null,
      status: status ?? null,
      text: text ?? null,
      name: name ?? null,
      afterName: after?.name ?? null,
      afterProvider: after?.provider ?? null,
      limit,
    },
  );
  return {
    total: rows[0]?.total ?? 0,
    items: rows.map(row => ({
      provider: row.provider,
      name: row.name,
      status: row.state,
      branch: row.branch,
      commit: row.commit_id,
      entities: row.entities,
      problems: row.problems,
      lastScannedAt: row.last_scanned_at,
      lastChangedAt: row.last_changed_at,
      lastError: row.last_error,
      failures: row.consecutive_failures,
      retryAt: row.retry_at,
    })),
  };
}
