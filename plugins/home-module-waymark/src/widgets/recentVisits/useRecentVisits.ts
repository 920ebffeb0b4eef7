import { useApi } from '@backstage/frontend-plugin-api';
import { visitsApiRef } from '@backstage/plugin-home';
import { useQuery } from '@tanstack/react-query';

const ASKED_VISITS = 30;
/** What is one click away anyhow. */
const PASSED_THROUGH = [
  '/',
  '/catalog',
  '/api-docs',
  '/docs',
  '/search',
  '/create',
  '/catalog-graph',
  '/notifications',
  '/settings',
];

/** The pages this person opened last, newest first, without those of the sidebar. */
export function useRecentVisits(limit: number) {
  const visitsApi = useApi(visitsApiRef);
  return useQuery({
    queryKey: ['home', 'recent-visits', limit],
    queryFn: async () => {
      const visits = await visitsApi.list({
        orderBy: [{ field: 'timestamp', direction: 'desc' }],
        limit: ASKED_VISITS,
      });
      return visits
        .filter(({ pathname }) => !PASSED_THROUGH.includes(pathname))
        .slice(0, limit)
        .map(visit => ({ ...visit, name: withoutSuffix(visit.name) }));
    },
  });
}

/** Pages name themselves `<page> | <portal>`. */
function withoutSuffix(name: string): string {
  return name.split(' | ')[0];
}
