import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import type { Deployment, Incident } from '@waymark/plugin-dora-common';
import { doraApiRef } from '../api/doraApi';
import type { useWindowQuery } from '../location/useWindowQuery';
import { PAGE_LIMIT, readPages } from './readPages';

/** More would be a smear; asked for page by page, so that most scopes need one. */
const MAX_PAGES = 5;

interface TimelineFacts {
  deployments: Deployment[];
  incidents: Incident[];
  /** There are too many deployments to draw each: these are the ones that failed. */
  failedOnly: boolean;
}

/**
 * Counted deployments and incidents of a window. Of too many deployments those that failed, which
 * are what incidents follow; null where even they, or the incidents, are too many.
 */
export function useTimelineEvents(
  query: ReturnType<typeof useWindowQuery>['query'],
) {
  const api = useApi(doraApiRef);
  return useQuery<TimelineFacts | null>({
    queryKey: ['dora', 'timeline', query],
    queryFn: async ({ signal }) => {
      const page = { ...query, limit: PAGE_LIMIT };
      const deploymentsOf = (only: { failed?: 'true' }) =>
        readPages(
          cursor =>
            api.listDeployments(
              { query: { ...page, ...only, counted: 'true', cursor } },
              { signal },
            ),
          MAX_PAGES,
        );
      const [all, incidents] = await Promise.all([
        deploymentsOf({}),
        readPages(
          cursor =>
            api.listIncidents({ query: { ...page, cursor } }, { signal }),
          MAX_PAGES,
        ),
      ]);
      const failedOnly = !all.complete;
      const drawn = failedOnly ? await deploymentsOf({ failed: 'true' }) : all;
      return drawn.complete && incidents.complete
        ? { deployments: drawn.items, incidents: incidents.items, failedOnly }
        : null;
    },
  });
}
