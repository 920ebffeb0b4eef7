import { stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { visitsApiRef } from '@backstage/plugin-home';
import { useQuery } from '@tanstack/react-query';
import { entityInPath } from '../../visits/entityInPath';

const SHOWN_READ = 4;
const SHOWN_OWNED = 6;
const ASKED_VISITS = 50;

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.description',
];

/** Documentation that the person read last, each once; the newest first. */
export function useReadDocs() {
  const visitsApi = useApi(visitsApiRef);
  return useQuery({
    queryKey: ['home', 'read-docs'],
    queryFn: async () => {
      const visits = await visitsApi.list({
        orderBy: [{ field: 'timestamp', direction: 'desc' }],
        filterBy: [
          { field: 'pathname', operator: 'contains', value: '/docs/' },
        ],
        limit: ASKED_VISITS,
      });
      const refs = visits.flatMap(
        ({ pathname }) => entityInPath('docs', pathname) ?? [],
      );
      return [...new Set(refs)].slice(0, SHOWN_READ);
    },
  });
}

/** Documentation of what the person's teams own. */
export function useTeamDocs() {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  return useQuery({
    queryKey: ['home', 'team-docs'],
    queryFn: async () => {
      const { ownershipEntityRefs } = await identityApi.getBackstageIdentity();
      const answer = await catalogApi.queryEntities({
        filter: {
          'metadata.annotations.backstage.io/techdocs-ref':
            CATALOG_FILTER_EXISTS,
          'relations.ownedBy': ownershipEntityRefs,
        },
        fields: FIELDS,
        orderFields: [{ field: 'metadata.name', order: 'asc' }],
        limit: SHOWN_OWNED,
      });
      return {
        total: answer.totalItems,
        docs: answer.items.map(entity => ({
          id: stringifyEntityRef(entity),
          entity,
          title: entity.metadata.title ?? entity.metadata.name,
        })),
      };
    },
  });
}
