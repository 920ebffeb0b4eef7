import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { catalogGitApiRef } from '../api/catalogGitApi';

const REFETCH_INTERVAL_MS = 15_000;
/** While a scan runs, there is something to watch. */
const RUNNING_INTERVAL_MS = 2_000;

/** Figures of the ingestion, kept up to date while the page is open. */
export function useSummary() {
  const api = useApi(catalogGitApiRef);
  return useQuery({
    queryKey: ['catalog-git', 'summary'],
    queryFn: ({ signal }) => api.getSummary({}, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.providers.some(p => p.lastScan?.state === 'running')
        ? RUNNING_INTERVAL_MS
        : REFETCH_INTERVAL_MS,
  });
}
