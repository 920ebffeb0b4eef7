import type { Knex } from 'knex';
import { execute, query } from '../query';
import { requestRanges } from './rangeRequests';

export interface WantedRange {
  deploymentId: string;
  service: string;
  finishedAt: Date;
  sha: string;
  previousSha: string;
}

/**
 * Deployments whose commits Git was not asked for yet, or was for another
 * predecessor: a late event may have come between.
 */
export async function selectWantedRanges(
  knex: Knex,
  options: { services: readonly string[]; limit: number },
): Promise<WantedRange[]> {
  return query<WantedRange>(
    knex,
    `SELECT d.deployment_id AS "deploymentId", d.service, d.finished_at AS "finishedAt",
            d.commit_sha AS sha, p.commit_sha AS "previousSha"
     FROM derived_deployment AS x
     JOIN deployment AS d ON d.deployment_id = x.deployment_id AND d.service = x.service
     JOIN deployment AS p ON p.deployment_id = x.previous_id
     LEFT JOIN commit_range AS r ON r.deployment_id = d.deployment_id
     WHERE x.service = ANY(?::text[]) AND x.counted
       AND d.commit_sha IS NOT NULL AND p.commit_sha IS NOT NULL
       AND (r.deployment_id IS NULL OR r.sha <> d.commit_sha OR r.previous_sha <> p.commit_sha)
     ORDER BY d.finished_at DESC
     LIMIT ?`,
    [options.services, options.limit],
  );
}

/** `shas` null: Git does not know one of the two commits. */
export async function upsertRanges(
  tx: Knex.Transaction,
  ranges: readonly (WantedRange & { shas: readonly string[] | null })[],
): Promise<void> {
  const rows = ranges.map(range => ({
    deployment_id: range.deploymentId,
    service: range.service,
    previous_sha: range.previousSha,
    sha: range.sha,
    shas: range.shas,
  }));
  await execute(
    tx,
    `INSERT INTO commit_range (deployment_id, service, previous_sha, sha, shas)
     SELECT deployment_id, service, previous_sha, sha, shas
     FROM json_to_recordset(?::json) AS r(
       deployment_id uuid, service text, previous_sha text, sha text, shas text[])
     ON CONFLICT (deployment_id) DO UPDATE SET
       service = excluded.service, previous_sha = excluded.previous_sha,
       sha = excluded.sha, shas = excluded.shas`,
    [JSON.stringify(rows)],
  );
}

/** A repository has new commits: what it did not know may be known now. */
export async function forgetUnknownRanges(
  knex: Knex,
  services: readonly string[],
): Promise<void> {
  await knex.transaction(async tx => {
    await execute(
      tx,
      'DELETE FROM commit_range WHERE shas IS NULL AND service = ANY(?::text[])',
      [services],
    );
    await requestRanges(tx, services);
  });
}
