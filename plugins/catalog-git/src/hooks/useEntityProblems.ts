import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { catalogGitApiRef } from '../api/catalogGitApi';

/** What keeps an entity at its last good version. */
export function useEntityProblems(entityRef: string) {
  const api = useApi(catalogGitApiRef);
  return useQuery({
    queryKey: ['catalog-git', 'entity-problems', entityRef],
    queryFn: ({ signal }) =>
      api.listEntityProblems({ query: { entityRef } }, { signal }),
  });
}
