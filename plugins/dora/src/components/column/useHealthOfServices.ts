import { useApi } from '@backstage/frontend-plugin-api';
import { useQueries } from '@tanstack/react-query';
import { doraApiRef } from '../../api/doraApi';
import type { HealthState } from './healthContext';

/** As many as one request may name. */
const MAX_SERVICES = 100;
const STALE_MS = 60_000;

function chunksOf<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) =>
    items.slice(at * size, (at + 1) * size),
  );
}

/** How the delivery of many services is: one request for each hundred of them. */
export function useHealthOfServices(services: readonly string[]) {
  const api = useApi(doraApiRef);
  // In an order of their own, so that the same rows are the same question.
  const asked = [...new Set(services)].sort();
  const answers = useQueries({
    queries: chunksOf(asked, MAX_SERVICES).map(service => ({
      queryKey: ['dora', 'healthOfServices', service],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.getHealth({ query: { service } }, { signal }),
      staleTime: STALE_MS,
    })),
  });
  const known = new Map<string, HealthState>();
  for (const { data, dataUpdatedAt } of answers) {
    for (const health of data?.items ?? []) {
      known.set(health.service, { state: 'known', health, at: dataUpdatedAt });
    }
  }
  const failed = answers.find(({ data, error }) => error && !data);
  const unknown: HealthState = failed
    ? { state: 'failed' }
    : { state: 'loading' };
  return {
    error: failed?.error ?? undefined,
    retry: () =>
      answers
        .filter(({ error }) => error)
        .forEach(answer => void answer.refetch()),
    stateOf: (service: string) => known.get(service) ?? unknown,
  };
}
