import { useApi } from '@backstage/frontend-plugin-api';
import {
  keepPreviousData,
  useQuery,
  type UseQueryOptions,
} from '@tanstack/react-query';
import { doraApiRef, type DoraApi } from '../api/doraApi';

type ReadName =
  | 'getMetrics'
  | 'getDistribution'
  | 'getHealth'
  | 'listDeployments'
  | 'listChanges'
  | 'listIncidents'
  | 'getDeployment'
  | 'getChange'
  | 'getIncident'
  | 'listTriage'
  | 'listMappings'
  | 'listRejected'
  | 'getQuality';

type Input<K extends ReadName> = NonNullable<Parameters<DoraApi[K]>[0]>;
type Answer<K extends ReadName> = Awaited<ReturnType<DoraApi[K]>>;

/**
 * One read of the API. While the next page or window loads, the last answer
 * stays in view.
 */
export function useDoraQuery<K extends ReadName>(
  name: K,
  input: Input<K>,
  options: {
    enabled?: boolean;
    refetchInterval?: UseQueryOptions<Answer<K>>['refetchInterval'];
  } = {},
) {
  const api = useApi(doraApiRef);
  return useQuery<Answer<K>>({
    queryKey: ['dora', name, input],
    queryFn: ({ signal }) => {
      const read = api[name] as (
        input: Input<K>,
        options: { signal: AbortSignal },
      ) => Promise<Answer<K>>;
      return read(input, { signal });
    },
    placeholderData: keepPreviousData as never,
    ...options,
  });
}
