import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogEntity } from '../names/catalogEntity';

/** The field of `spec` that says what an entity is part of, with the kind it is a ref of. */
const PARENTS: Record<string, { field: string; kind: string }> = {
  component: { field: 'system', kind: 'system' },
  system: { field: 'domain', kind: 'domain' },
  domain: { field: 'subdomainOf', kind: 'domain' },
  group: { field: 'parent', kind: 'group' },
};

export const KINDS = Object.keys(PARENTS);

/** What the plugin keeps of an entity. */
export function toCatalogEntity(entity: Entity): CatalogEntity {
  const { field, kind } = PARENTS[entity.kind.toLowerCase()];
  return {
    ref: stringifyEntityRef(entity),
    parent: refOf(entity, field, kind),
    owner: refOf(entity, 'owner', 'group'),
    annotations: { ...entity.metadata.annotations },
    present: true,
  };
}

function refOf(entity: Entity, field: string, kind: string): string | null {
  const value = entity.spec?.[field];
  if (typeof value !== 'string' || value === '') {
    return null;
  }
  try {
    return stringifyEntityRef(
      parseEntityRef(value, {
        defaultKind: kind,
        defaultNamespace: entity.metadata.namespace,
      }),
    );
  } catch {
    return null; // the catalog reports a malformed ref to its owner
  }
}
