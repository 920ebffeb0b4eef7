import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useQuery } from '@tanstack/react-query';

const MANAGED_BY = 'metadata.annotations.backstage.io/managed-by-location';
const DESCRIPTOR = /\.ya?ml$/;

/** Entities of the catalog that come from the file at this address of the portal. */
export function useDescribedEntities(pathname: string): Entity[] {
  const catalogApi = useApi(catalogApiRef);
  const { data } = useQuery({
    queryKey: ['catalog-git', 'described-entities', pathname],
    enabled: DESCRIPTOR.test(pathname),
    queryFn: async () => {
      const { items } = await catalogApi.getEntities({
        filter: { [MANAGED_BY]: `url:${window.location.origin}${pathname}` },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
        ],
      });
      return items.sort((a, b) =>
        stringifyEntityRef(a).localeCompare(stringifyEntityRef(b)),
      );
    },
  });
  return data ?? [];
}
