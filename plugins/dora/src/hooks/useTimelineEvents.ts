import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import type { Deployment, Incident } from '@waymark/plugin-dora-common';
import { doraApiRef } from '../api/doraApi';
import type { useWindowQuery } from '../location/useWindowQuery';

/** As many as the API gives at once. */
const PAGE = 200;
/** More would be a smear; asked for page by page, so that most scopes need one. */
const MAX_PAGES = 5;

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** All pages of a list, or undefined where there are too many. */
async function readAll<T>(
  read: (cursor: string | undefined) => Promise<Page<T>>,
): Promise<T[] | undefined> {
  const items: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const answer = await read(cursor);
    items.push(...answer.items);
    if (answer.nextCursor === null) return items;
    cursor = answer.nextCursor;
  }
  return undefined;
}

type Events = { deployments: Deployment[]; incidents: Incident[] } | null;

/** Counted deployments and incidents of a window; null where there are too many to draw. */
export function useTimelineEvents(
  query: ReturnType<typeof useWindowQuery>['query'],
) {
  const api = useApi(doraApiRef);
  return useQuery<Events>({
    queryKey: ['dora', 'timeline', query],
    queryFn: async ({ signal }) => {
      const page = { ...query, limit: PAGE };
      const [deployments, incidents] = await Promise.all([
        readAll(cursor =>
          api.listDeployments(
            { query: { ...page, counted: 'true', cursor } },
            { signal },
          ),
        ),
        readAll(cursor =>
          api.listIncidents({ query: { ...page, cursor } }, { signal }),
        ),
      ]);
      return deployments && incidents ? { deployments, incidents } : null;
    },
  });
}
