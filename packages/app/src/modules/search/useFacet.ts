import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsync from 'react-use/esm/useAsync';

/** The values that a field has in the catalog, in alphabetical order; none while loading. */
export function useFacet(facet: string): string[] {
  const catalogApi = useApi(catalogApiRef);
  const { value } = useAsync(
    () => catalogApi.getEntityFacets({ facets: [facet] }),
    [catalogApi, facet],
  );
  return (value?.facets[facet] ?? [])
    .map(found => found.value)
    .sort((a, b) => a.localeCompare(b));
}
