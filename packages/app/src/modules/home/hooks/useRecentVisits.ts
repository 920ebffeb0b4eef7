import { useApi } from '@backstage/frontend-plugin-api';
import { visitsApiRef } from '@backstage/plugin-home';
import useAsync from 'react-use/esm/useAsync';

const SHOWN_VISITS = 6;
const HOME_PATH = '/';

/** The pages this person opened last, newest first, without the home page. */
export function useRecentVisits() {
  const visitsApi = useApi(visitsApiRef);
  return useAsync(async () => {
    const visits = await visitsApi.list({
      orderBy: [{ field: 'timestamp', direction: 'desc' }],
      limit: SHOWN_VISITS + 1,
    });
    return visits
      .filter(({ pathname }) => pathname !== HOME_PATH)
      .slice(0, SHOWN_VISITS);
  }, [visitsApi]);
}
