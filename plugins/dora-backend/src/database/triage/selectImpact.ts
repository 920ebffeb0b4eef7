import type { Knex } from 'knex';
import type { SeenName } from '../../names/describeName';
import { storableJson } from '../../domain/storableText';
import { query } from '../query';
import { NAME_USE } from './nameUse';

export interface Impact {
  events: number;
  firstAt: Date | null;
  lastAt: Date | null;
  /** Services that have these names now. */
  services: string[];
}

/** What is said under some names. */
export async function selectImpact(
  knex: Knex,
  names: readonly SeenName[],
): Promise<Impact> {
  const [row] = await query<Impact>(
    knex,
    `WITH n AS (
       SELECT * FROM json_to_recordset(?::json) AS n(kind text, source text, name text)
     )
     SELECT coalesce(sum(u.events), 0)::integer AS events, min(u.first_at) AS "firstAt", max(u.last_at) AS "lastAt",
       coalesce((
         SELECT array_agg(DISTINCT s.service ORDER BY s.service) FROM (
           SELECT d.service FROM n JOIN deployment AS d ON d.source = n.source AND
             CASE n.kind WHEN 'service' THEN lower(d.name) = lower(n.name)
                         WHEN 'environment' THEN lower(d.environment) = lower(n.name) ELSE false END
           UNION ALL
           SELECT i.service FROM n JOIN incident AS i ON i.source = n.source AND
             CASE n.kind WHEN 'service' THEN lower(i.name) = lower(n.name)
                         WHEN 'environment' THEN lower(i.environment) = lower(n.name) ELSE false END
           UNION ALL
           SELECT unnest(c.services) FROM n JOIN change AS c ON c.source = n.source AND
             CASE n.kind WHEN 'service' THEN lower(c.name) = lower(n.name)
                         WHEN 'repository' THEN c.repository = n.name ELSE false END
         ) AS s WHERE s.service IS NOT NULL
       ), '{}') AS services
     FROM n CROSS JOIN ${NAME_USE}`,
    [storableJson(names)],
  );
  return row;
}
