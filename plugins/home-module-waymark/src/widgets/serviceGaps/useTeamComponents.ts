import {
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { gapsOf, type Gap } from './gapsOf';

export interface TeamComponent {
  id: string;
  entity: Entity;
  title: string;
  owners: string[];
  gaps: Gap[];
}

/** The largest page that the catalog gives. */
const MOST = 500;

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'relations',
  'spec.type',
];

/** The components of some teams, by name, with what each of them lacks. */
export function useTeamComponents(owners: readonly string[]) {
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['home', 'team-components', owners],
    queryFn: async () => {
      const answer = await catalogApi.queryEntities({
        filter: { kind: 'Component', 'relations.ownedBy': [...owners] },
        fields: FIELDS,
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        limit: MOST,
      });
      return {
        total: answer.totalItems,
        components: answer.items.map(describe),
      };
    },
  });
}

function describe(entity: Entity): TeamComponent {
  return {
    id: stringifyEntityRef(entity),
    entity,
    title: entity.metadata.title ?? entity.metadata.name,
    owners: (entity.relations ?? [])
      .filter(({ type }) => type === RELATION_OWNED_BY)
      .map(({ targetRef }) => targetRef),
    gaps: gapsOf(entity),
  };
}
