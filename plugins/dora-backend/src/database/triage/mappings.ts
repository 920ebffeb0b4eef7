import type { Tier } from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import { idOf } from '../../domain/ids';
import { storableText } from '../../domain/storableText';
import type { NameMapping } from '../../names/NameResolver';
import { execute, query } from '../query';
import { NAME_USE } from './nameUse';

export interface MappingRow extends NameMapping {
  id: string;
  tier: Tier | null;
  decidedBy: string;
  decidedAt: Date;
  events: number;
}

/** The same name again is the same mapping. */
export function mappingIdOf(
  mapping: Pick<NameMapping, 'kind' | 'source' | 'name'>,
): string {
  const { kind, source, name } = mapping;
  return idOf('mapping', kind, source, name.trim().toLowerCase());
}

export async function upsertMapping(
  tx: Knex.Transaction,
  mapping: NameMapping,
  decision: { by: string; at: Date },
): Promise<string> {
  const id = mappingIdOf(mapping);
  await execute(
    tx,
    `INSERT INTO mapping (mapping_id, kind, source, name, service, tier, decided_by, decided_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (mapping_id) DO UPDATE SET
       name = excluded.name, service = excluded.service, tier = excluded.tier,
       decided_by = excluded.decided_by, decided_at = excluded.decided_at`,
    [
      id,
      mapping.kind,
      mapping.source,
      storableText(mapping.name.trim()),
      mapping.service,
      mapping.tier,
      decision.by,
      decision.at,
    ],
  );
  return id;
}

/** Whether it was there. */
export async function deleteMapping(
  tx: Knex.Transaction,
  id: string,
): Promise<boolean> {
  const count = await execute(tx, 'DELETE FROM mapping WHERE mapping_id = ?', [
    id,
  ]);
  return count > 0;
}

/** In the order of kind, source and name. */
export async function selectMappings(
  knex: Knex,
  options: { id?: string; after?: readonly string[]; limit: number },
): Promise<MappingRow[]> {
  const { id = null, after, limit } = options;
  const [afterKind = '', afterSource = '', afterName = ''] = after ?? [];
  return query<MappingRow>(
    knex,
    `SELECT m.mapping_id AS id, m.kind, m.source, m.name, m.service, m.tier,
            m.decided_by AS "decidedBy", m.decided_at AS "decidedAt",
            coalesce((
              SELECT sum(u.events) FROM seen_name AS n CROSS JOIN ${NAME_USE}
              WHERE lower(n.name) = lower(m.name) AND (m.source = '*' OR n.source = m.source)
                AND (n.kind = 'environment') = (m.kind = 'environment')
            ), 0)::integer AS events
     FROM mapping AS m
     WHERE (?::uuid IS NULL OR m.mapping_id = ?)
       AND (m.kind, m.source, lower(m.name)) > (?, ?, ?)
     ORDER BY m.kind, m.source, lower(m.name)
     LIMIT ?`,
    [id, id, afterKind, afterSource, afterName, limit],
  );
}
