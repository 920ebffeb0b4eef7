import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { catalogGitApiRef } from '../api/catalogGitApi';

const REFETCH_INTERVAL_MS = 5_000;

/** One repository with its problems, past and present, and last scans. */
export function useRepository(options: {
  owner: string;
  name: string;
  provider?: string;
}) {
  const api = useApi(catalogGitApiRef);
  const { provider, ...params } = options;
  return useQuery({
    queryKey: ['catalog-git', 'repository', options],
    queryFn: ({ signal }) =>
      api.getRepository({ params, query: { provider } }, { signal }),
    refetchInterval: REFETCH_INTERVAL_MS,
  });
}
