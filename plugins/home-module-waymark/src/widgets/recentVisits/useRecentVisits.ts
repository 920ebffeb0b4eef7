import { useApi } from '@backstage/frontend-plugin-api';
import { visitsApiRef } from '@backstage/plugin-home';
import useAsync from 'react-use/esm/useAsync';

const SHOWN_VISITS = 6;
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
export function useRecentVisits() {
  const visitsApi = useApi(visitsApiRef);
  return useAsync(async () => {
    const visits = await visitsApi.list({
      orderBy: [{ field: 'timestamp', direction: 'desc' }],
      limit: ASKED_VISITS,
    });
    return visits
      .filter(({ pathname }) => !PASSED_THROUGH.includes(pathname))
      .slice(0, SHOWN_VISITS)
      .map(visit => ({ ...visit, name: withoutSuffix(visit.name) }));
  }, [visitsApi]);
}

/** Pages name themselves `<page> | <portal>`. */
function withoutSuffix(name: string): string {
  return name.split(' | ')[0];
}
