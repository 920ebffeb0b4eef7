import type { Tier } from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import type { CatalogEntity } from '../../names/catalogEntity';
import { Knowledge } from '../../names/Knowledge';
import type { NameMapping } from '../../names/NameResolver';
import type { OwnerPeriod } from '../../names/Owners';
import { query } from '../query';

/** Entities of the catalog as they were last. */
export async function selectEntities(knex: Knex): Promise<CatalogEntity[]> {
  return query<CatalogEntity>(
    knex,
    'SELECT entity_ref AS ref, parent, owner, annotations, present FROM catalog_entity',
  );
}

/** Everything that names resolve by. The caller sees to the revision. */
export async function readKnowledge(
  knex: Knex,
  revision: number,
): Promise<Knowledge> {
  const entities = await selectEntities(knex);
  const mappings = await query<NameMapping & { tier: Tier | null }>(
    knex,
    'SELECT kind, source, name, service, tier FROM mapping',
  );
  const owners = await query<OwnerPeriod>(
    knex,
    `SELECT service, owner, valid_from AS "from", valid_to AS "to" FROM service_owner`,
  );
  return new Knowledge({ revision, entities, mappings, owners });
}
