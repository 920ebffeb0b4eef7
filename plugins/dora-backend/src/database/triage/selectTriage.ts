import type { Knex } from 'knex';
import { UNRESOLVED } from '../../names/describeName';
import { query } from '../query';
import { NAME_USE, SHOWN_KIND } from './nameUse';

export interface TriageRow {
  kind: 'service' | 'environment';
  source: string;
  name: string;
  events: number;
  first_at: Date;
  last_at: Date;
}

/** Names that stand for nothing yet, in the order of kind, source and name. */
export async function selectTriage(
  knex: Knex,
  options: {
    kind?: 'service' | 'environment';
    after?: readonly string[];
    limit: number;
  },
): Promise<TriageRow[]> {
  const { kind = null, after, limit } = options;
  const [afterKind = '', afterSource = '', afterName = ''] = after ?? [];
  return query<TriageRow>(
    knex,
    `SELECT ${SHOWN_KIND} AS kind, n.source, lower(n.name) AS name, sum(u.events)::integer AS events,
            min(u.first_at) AS first_at, max(u.last_at) AS last_at
     FROM seen_name AS n CROSS JOIN ${NAME_USE}
     WHERE n.resolution = ? AND u.events > 0
       AND (?::text IS NULL OR ${SHOWN_KIND} = ?)
       AND (${SHOWN_KIND}, n.source, lower(n.name)) > (?, ?, ?)
     GROUP BY 1, 2, 3
     ORDER BY 1, 2, 3
     LIMIT ?`,
    [UNRESOLVED, kind, kind, afterKind, afterSource, afterName, limit],
  );
}
