import {
  parseEntityRef,
  RELATION_PART_OF,
  stringifyEntityRef,
  type Entity,
  type EntityRelation,
} from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';

export interface MyService {
  id: string;
  entity: Entity;
  title: string;
  description?: string;
  /** Entity ref. */
  system?: string;
  lifecycle?: string;
  hasDocs: boolean;
}

export interface MyServices {
  services: MyService[];
  /** All of them, of which `services` holds the first. */
  total: number;
}

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
  'metadata.annotations',
  'relations',
  'spec.lifecycle',
];

/** Components owned by the signed-in person or one of their groups. */
export function useMyServices(limit: number) {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['home', 'my-services', limit],
    queryFn: async (): Promise<MyServices> => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      const answer = await catalogApi.queryEntities({
        filter: { kind: 'Component', 'relations.ownedBy': ownershipEntityRefs },
        fields: FIELDS,
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        limit,
      });
      return {
        services: answer.items.map(toService),
        total: answer.totalItems,
      };
    },
  });
}

function toService(entity: Entity): MyService {
  const { metadata, spec } = entity;
  return {
    id: stringifyEntityRef(entity),
    entity,
    title: metadata.title ?? metadata.name,
    description: metadata.description,
    system: entity.relations?.find(isPartOfSystem)?.targetRef,
    lifecycle: text(spec?.lifecycle),
    hasDocs: Boolean(metadata.annotations?.['backstage.io/techdocs-ref']),
  };
}

function isPartOfSystem({ type, targetRef }: EntityRelation): boolean {
  return (
    type === RELATION_PART_OF && parseEntityRef(targetRef).kind === 'system'
  );
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
