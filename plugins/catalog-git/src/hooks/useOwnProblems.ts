import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { catalogGitApiRef } from '../api/catalogGitApi';

const REFETCH_INTERVAL_MS = 60_000;

/** The newest problems of files that one's groups own. */
export function useOwnProblems(limit: number) {
  const api = useApi(catalogGitApiRef);
  return useQuery({
    queryKey: ['catalog-git', 'own-problems', limit],
    queryFn: ({ signal }) =>
      api.listOwnProblems({ query: { limit } }, { signal }),
    refetchInterval: REFETCH_INTERVAL_MS,
  });
}
