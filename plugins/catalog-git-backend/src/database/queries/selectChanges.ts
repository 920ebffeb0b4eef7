import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { ChangeRecord } from '../IngestionStore';

interface ChangeRow {
  sequence: string;
  repository: string;
  entity_ref: string;
  deleted: boolean;
  entity: Entity | null;
  blocked: boolean;
}

/**
 * Changes of a provider after a sequence. The page ends before an entity that
 * another provider gave up and the catalog has not yet removed: the catalog
 * would refuse its new owner until then.
 */
export async function selectChanges(
  knex: Knex,
  options: {
    provider: string;
    after: number;
    includeRemovals: boolean;
    limit: number;
  },
): Promise<{ changes: ChangeRecord[]; more: boolean }> {
  const { provider, after, includeRemovals, limit } = options;
  const { rows } = await knex.raw<{ rows: ChangeRow[] }>(
    `SELECT c.sequence, c.repository, c.entity_ref, c.deleted, e.entity,
            NOT c.deleted AND EXISTS (
              SELECT 1 FROM change AS other
              WHERE other.entity_ref = c.entity_ref
                AND other.provider <> c.provider
                AND other.deleted
            ) AS blocked
     FROM change AS c
     LEFT JOIN entity AS e
       ON e.entity_ref = c.entity_ref AND e.winning
      AND e.provider = c.provider AND e.repository = c.repository
     WHERE c.provider = :provider AND c.sequence > :after
       AND (:includeRemovals OR NOT c.deleted)
     ORDER BY c.sequence
     LIMIT :limit`,
    { provider, after, includeRemovals, limit: limit + 1 },
  );
  const end = rows.findIndex(row => row.blocked);
  const free = end === -1 ? rows : rows.slice(0, end);
  return {
    more: free.length > limit,
    changes: free.slice(0, limit).map(row => ({
      sequence: Number(row.sequence),
      repository: row.repository,
      entityRef: row.entity_ref,
      entity: row.deleted ? undefined : row.entity ?? undefined,
    })),
  };
}
