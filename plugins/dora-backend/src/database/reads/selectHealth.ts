import type { Knex } from 'knex';
import { query } from '../query';

export interface HealthRow {
  service: string;
  lastId: string | null;
  lastFinishedAt: Date | null;
  lastVersion: string | null;
  lastFailed: boolean | null;
  openIncidents: number;
  /** Counted, older than the grace period or failed. */
  judged: number;
  failed: number;
  recentDeployments: number;
}

/** How services do, in one query for all of them. */
export async function selectHealth(
  knex: Knex,
  options: {
    services: readonly string[];
    /** Start of the change fail rate. */
    from: Date;
    /** Deployments that finished later and have not failed are not judged. */
    judgedUntil: Date;
    /** Start of the count of deployments. */
    recentFrom: Date;
  },
): Promise<HealthRow[]> {
  const { services, from, judgedUntil, recentFrom } = options;
  return query<HealthRow>(
    knex,
    `SELECT s.service, l."lastId", l."lastFinishedAt", l."lastVersion", l."lastFailed",
       (SELECT count(*) FROM incident AS i
        WHERE i.service = s.service AND i.tier = 'production' AND i.resolved_at IS NULL)::integer AS "openIncidents",
       c.judged, c.failed, c."recentDeployments"
     FROM unnest(?::text[]) AS s(service)
     LEFT JOIN LATERAL (
       SELECT d.deployment_id AS "lastId", d.finished_at AS "lastFinishedAt", d.version AS "lastVersion",
              x.failed AS "lastFailed"
       FROM derived_deployment AS x JOIN deployment AS d ON d.deployment_id = x.deployment_id
       WHERE x.service = s.service AND x.result = 'success'
       ORDER BY x.finished_at DESC LIMIT 1
     ) AS l ON true
     CROSS JOIN LATERAL (
       SELECT count(*) FILTER (WHERE x.failed OR x.finished_at <= ?)::integer AS judged,
              count(*) FILTER (WHERE x.failed)::integer AS failed,
              count(*) FILTER (WHERE x.finished_at >= ?)::integer AS "recentDeployments"
       FROM derived_deployment AS x
       WHERE x.service = s.service AND x.counted AND x.finished_at >= ?
     ) AS c`,
    [services, judgedUntil, recentFrom, from],
  );
}
