import type { Knex } from 'knex';
import { query } from '../query';
import type { DirtyService } from './dirtyServices';

/**
 * Decides, for merges that several sources tell of, which of the changes
 * counts: a pull request before a commit that Git itself told, and one with
 * its opening before one without. A commit that a pull request brought to the
 * main branch as it was (fast-forward) is that pull request too.
 *
 * The caller holds the lane of each repository.
 *
 * @param shas - merges and commits of changes that were written
 * @returns the services for which this made a difference
 */
export async function settleTwins(
  tx: Knex.Transaction,
  shas: readonly { repository: string; sha: string }[],
): Promise<DirtyService[]> {
  if (shas.length === 0) {
    return [];
  }
  return query<DirtyService>(
    tx,
    `WITH touched AS (
       SELECT DISTINCT c.change_id, c.repository, c.merge_commit_sha, c.merged_at, c.source
       FROM unnest(?::text[], ?::text[]) AS s(repository, sha)
       JOIN change AS c ON c.repository = s.repository AND c.merge_commit_sha = s.sha
     ), decided AS (
       SELECT t.change_id, (
         SELECT r.change_id FROM (
           SELECT r.change_id, r.source, r.opened_at FROM change AS r
           WHERE r.repository = t.repository AND r.merge_commit_sha = t.merge_commit_sha
           UNION ALL
           SELECT r.change_id, r.source, r.opened_at FROM change AS r
           WHERE t.source = 'git' AND r.source <> 'git' AND r.repository = t.repository
             AND r.merged_at >= t.merged_at - interval '1 day' AND r.merged_at < t.merged_at + interval '60 days'
             AND t.merge_commit_sha = ANY(r.commit_shas)
         ) AS r
         ORDER BY r.source = 'git', r.opened_at IS NULL, r.change_id
         LIMIT 1
       ) AS winner
       FROM touched AS t
     ), written AS (
       UPDATE change SET superseded_by = nullif(d.winner, d.change_id)
       FROM decided AS d
       WHERE change.change_id = d.change_id
         AND change.superseded_by IS DISTINCT FROM nullif(d.winner, d.change_id)
       RETURNING change.change_id, change.merged_at
     )
     SELECT m.service, min(w.merged_at) AS "from"
     FROM written AS w JOIN change_service AS m ON m.change_id = w.change_id
     GROUP BY m.service`,
    [shas.map(({ repository }) => repository), shas.map(({ sha }) => sha)],
  );
}
