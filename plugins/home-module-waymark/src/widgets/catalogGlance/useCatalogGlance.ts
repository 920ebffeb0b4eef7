import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  CATALOG_FILTER_EXISTS,
  catalogApiRef,
} from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';
import { byFrequency, countOwned, type Glance } from './glance';

const COMPONENT = { kind: 'Component' };
const SERVICE = { ...COMPONENT, 'spec.type': 'service' };
const FACETS = ['spec.type', 'spec.lifecycle', 'relations.ownedBy'];

/** What the catalog holds at this moment, counted by the catalog. */
export function useCatalogGlance() {
  const catalogApi = useApi(catalogApiRef);
  const count = async (filter: Record<string, string | symbol>) =>
    (await catalogApi.queryEntities({ filter, limit: 0 })).totalItems;

  return useQuery({
    queryKey: ['home', 'catalog-glance'],
    queryFn: async (): Promise<Glance> => {
      const [{ facets }, components, documented, services, withApi] =
        await Promise.all([
          catalogApi.getEntityFacets({ filter: COMPONENT, facets: FACETS }),
          count(COMPONENT),
          count({
            ...COMPONENT,
            'metadata.annotations.backstage.io/techdocs-ref':
              CATALOG_FILTER_EXISTS,
          }),
          count(SERVICE),
          count({ ...SERVICE, 'relations.providesApi': CATALOG_FILTER_EXISTS }),
        ]);
      const owners = facets['relations.ownedBy'] ?? [];
      const found = await catalogApi.getEntitiesByRefs({
        entityRefs: owners.map(({ value }) => value),
        filter: { kind: 'Group' },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
      });
      const groups = new Set(
        found.items.flatMap(entity =>
          entity ? stringifyEntityRef(entity) : [],
        ),
      );
      return {
        components,
        byType: byFrequency(facets['spec.type'] ?? []),
        byLifecycle: byFrequency(facets['spec.lifecycle'] ?? []),
        documented: { part: documented, whole: components },
        withApi: { part: withApi, whole: services },
        ownedByTeam: { part: countOwned(owners, groups), whole: components },
      };
    },
  });
}
