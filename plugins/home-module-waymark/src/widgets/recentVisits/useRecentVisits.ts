import { useApi } from '@backstage/frontend-plugin-api';
import { visitsApiRef } from '@backstage/plugin-home';
import { useQuery } from '@tanstack/react-query';
import { pageName } from '../../visits/pageName';

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

const pathOf = (address: string) => address.split('?')[0];

/** The same page with another filter looks the same in a list: the newest stands for all. */
function onePerName<T extends { name: string; pathname: string }>(
  visits: readonly T[],
): T[] {
  const newest = new Map<string, T>();
  for (const visit of visits) {
    const key = `${pathOf(visit.pathname)} ${visit.name}`;
    if (!newest.has(key)) newest.set(key, visit);
  }
  return [...newest.values()];
}

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
      const named = visits.map(visit => ({
        ...visit,
        name: pageName(visit.name),
      }));
      return onePerName(named)
        .filter(({ pathname }) => !PASSED_THROUGH.includes(pathOf(pathname)))
        .slice(0, limit);
    },
  });
}
