import type { Knex } from 'knex';
import { storableJson } from '../../domain/storableText';
import type { SeenName } from '../../names/describeName';
import { execute, query } from '../query';

export type ResolvedName = SeenName & { resolution: string };

const RECORD = 'AS n(kind text, source text, name text, resolution text)';

/** Remembers names that occurred. */
export async function insertNames(
  knex: Knex,
  names: readonly ResolvedName[],
): Promise<void> {
  if (names.length > 0) {
    await execute(
      knex,
      `INSERT INTO seen_name (kind, source, name, resolution)
       SELECT n.kind, n.source, n.name, n.resolution FROM json_to_recordset(?::json) ${RECORD}
       ORDER BY n.kind, n.source, n.name
       ON CONFLICT DO NOTHING`,
      [storableJson(names)],
    );
  }
}

export async function selectNames(knex: Knex): Promise<ResolvedName[]> {
  return query<ResolvedName>(
    knex,
    'SELECT kind, source, name, resolution FROM seen_name',
  );
}

/** Names stand for something else now: everything that has them is folded again. */
export async function changeResolutions(
  tx: Knex.Transaction,
  names: readonly ResolvedName[],
): Promise<void> {
  if (names.length === 0) {
    return;
  }
  const json = storableJson(names);
  await execute(
    tx,
    `UPDATE seen_name SET resolution = n.resolution
     FROM json_to_recordset(?::json) ${RECORD}
     WHERE seen_name.kind = n.kind AND seen_name.source = n.source AND seen_name.name = n.name`,
    [json],
  );
  await execute(
    tx,
    `WITH n AS (SELECT * FROM json_to_recordset(?::json) ${RECORD})
     INSERT INTO dirty_fact (lane, fact_id, kind)
     SELECT lane_of(d.deployment_id::text), d.deployment_id, 'deployment'
     FROM n JOIN deployment AS d ON lower(d.name) = lower(n.name) AND d.source = n.source
     WHERE n.kind = 'service'
     UNION ALL
     SELECT lane_of(d.deployment_id::text), d.deployment_id, 'deployment'
     FROM n JOIN deployment AS d ON lower(d.environment) = lower(n.name) AND d.source = n.source
     WHERE n.kind = 'environment'
     UNION ALL
     SELECT lane_of(i.incident_id::text), i.incident_id, 'incident'
     FROM n JOIN incident AS i ON lower(i.name) = lower(n.name) AND i.source = n.source
     WHERE n.kind = 'service'
     UNION ALL
     SELECT lane_of(i.incident_id::text), i.incident_id, 'incident'
     FROM n JOIN incident AS i ON lower(i.environment) = lower(n.name) AND i.source = n.source
     WHERE n.kind = 'environment'
     UNION ALL
     SELECT lane_of(c.repository), c.change_id, 'change'
     FROM n JOIN change AS c ON c.repository = n.name AND c.source = n.source
     WHERE n.kind = 'repository'
     UNION ALL
     SELECT lane_of(c.repository), c.change_id, 'change'
     FROM n JOIN change AS c ON lower(c.name) = lower(n.name) AND c.source = n.source
     WHERE n.kind = 'service'`,
    [json],
  );
}
