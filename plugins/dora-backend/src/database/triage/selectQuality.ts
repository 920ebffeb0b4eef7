import type { Knex } from 'knex';
import { query } from '../query';

export interface QualityRow {
  withDeployments: string[];
  withChanges: string[];
  withIncidents: string[];
}

/** Services of which something arrived since a time. */
export async function selectActiveServices(
  knex: Knex,
  since: Date,
): Promise<QualityRow> {
  // Each service is one probe of an index, however much it delivered.
  const active = (table: string, column: string) => `
    SELECT coalesce(array_agg(e.entity_ref), '{}') FROM catalog_entity AS e
    WHERE e.present AND e.entity_ref LIKE 'component:%' AND EXISTS (
      SELECT 1 FROM ${table} AS t WHERE t.service = e.entity_ref AND t.${column} >= ?)`;
  const [row] = await query<QualityRow>(
    knex,
    `SELECT (${active('deployment', 'finished_at')}) AS "withDeployments",
            (${active('change_service', 'merged_at')}) AS "withChanges",
            (${active('incident', 'started_at')}) AS "withIncidents"`,
    [since, since, since],
  );
  return row;
}

export interface SourceRow {
  source: string;
  events: number;
  rejected: number;
  lastReceivedAt: Date;
}

/** How much each source sent, and how much of it was of no use. */
export async function selectSources(knex: Knex): Promise<SourceRow[]> {
  return query<SourceRow>(
    knex,
    `SELECT source, sum(events)::integer AS events, sum(rejected)::integer AS rejected,
            max(last) AS "lastReceivedAt"
     FROM (
       SELECT source, sum(events) AS events, 0 AS rejected, max(last_received_at) AS last
       FROM source_activity GROUP BY source
       UNION ALL
       SELECT source, 0, count(*), max(received_at) FROM rejected_event GROUP BY source
     ) AS s
     GROUP BY source ORDER BY source`,
  );
}
