import type { PropsWithChildren } from 'react';
import { ResponseError } from '@backstage/errors';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';

const MAX_RETRIES = 1;

/** What the server refused will not be granted by asking again. */
function isWorthRetrying(error: unknown): boolean {
  return !(error instanceof ResponseError) || error.response.status >= 500;
}

function createQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) =>
          failures < MAX_RETRIES && isWorthRetrying(error),
      },
    },
  });
}

/** The queries of one page or widget; every other keeps its own. */
export function QueryProvider({ children }: PropsWithChildren<{}>) {
  const [client] = useState(createQueryClient);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
