import type { Knex } from 'knex';
import type { CatalogEntity } from '../../names/catalogEntity';
import { BEGINNING, END } from '../../names/Owners';
import { execute } from '../query';

/** Writes entities as the catalog has them now. */
export async function upsertEntities(
  tx: Knex.Transaction,
  entities: readonly CatalogEntity[],
): Promise<void> {
  await execute(
    tx,
    `INSERT INTO catalog_entity (entity_ref, parent, owner, annotations, present)
     SELECT e.ref, e.parent, e.owner, e.annotations, e.present
     FROM json_to_recordset(?::json) AS e(ref text, parent text, owner text, annotations json, present boolean)
     ON CONFLICT (entity_ref) DO UPDATE SET
       parent = excluded.parent, owner = excluded.owner,
       annotations = excluded.annotations, present = excluded.present`,
    [JSON.stringify(entities)],
  );
}

/**
 * Services have another owner from now on. The first owner that is known is
 * taken to be the owner of all that was before. Their figures follow.
 */
export async function recordOwners(
  tx: Knex.Transaction,
  owners: readonly { service: string; owner: string | null }[],
  now: Date,
): Promise<void> {
  const services = owners.map(({ service }) => service);
  await execute(
    tx,
    `UPDATE service_owner SET valid_to = ?
     WHERE service = ANY(?::text[]) AND valid_to = ? AND valid_from < ?`,
    [now, services, END, now],
  );
  await execute(
    tx,
    `WITH started AS (
       INSERT INTO service_owner (service, valid_from, valid_to, owner)
       SELECT o.service, CASE WHEN EXISTS (SELECT 1 FROM service_owner AS p WHERE p.service = o.service)
                         THEN ?::timestamptz ELSE ?::timestamptz END, ?, o.owner
       FROM json_to_recordset(?::json) AS o(service text, owner text)
       ON CONFLICT (service, valid_from) DO UPDATE SET owner = excluded.owner, valid_to = excluded.valid_to
       RETURNING service, valid_from
     )
     INSERT INTO dirty_service (lane, service, from_at)
     SELECT lane_of(service), service, valid_from FROM started`,
    [now, BEGINNING, END, JSON.stringify(owners)],
  );
}
