import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import type { Deployment, Incident } from '@waymark/plugin-dora-common';
import { doraApiRef } from '../api/doraApi';
import type { useWindowQuery } from '../location/useWindowQuery';
import { PAGE_LIMIT, readPages } from './readPages';

/** More would be a smear; asked for page by page, so that most scopes need one. */
const MAX_PAGES = 5;

type Events = { deployments: Deployment[]; incidents: Incident[] } | null;

/** Counted deployments and incidents of a window; null where there are too many to draw. */
export function useTimelineEvents(
  query: ReturnType<typeof useWindowQuery>['query'],
) {
  const api = useApi(doraApiRef);
  return useQuery<Events>({
    queryKey: ['dora', 'timeline', query],
    queryFn: async ({ signal }) => {
      const page = { ...query, limit: PAGE_LIMIT };
      const [deployments, incidents] = await Promise.all([
        readPages(
          cursor =>
            api.listDeployments(
              { query: { ...page, counted: 'true', cursor } },
              { signal },
            ),
          MAX_PAGES,
        ),
        readPages(
          cursor =>
            api.listIncidents({ query: { ...page, cursor } }, { signal }),
          MAX_PAGES,
        ),
      ]);
      return deployments.complete && incidents.complete
        ? { deployments: deployments.items, incidents: incidents.items }
        : null;
    },
  });
}
