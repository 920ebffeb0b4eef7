import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { catalogGitApiRef } from '../api/catalogGitApi';

const REFETCH_INTERVAL_MS = 15_000;

/** Figures of the ingestion, kept up to date while the page is open. */
export function useSummary() {
  const api = useApi(catalogGitApiRef);
  return useQuery({
    queryKey: ['catalog-git', 'summary'],
    queryFn: ({ signal }) => api.getSummary({}, { signal }),
    refetchInterval: REFETCH_INTERVAL_MS,
  });
}
