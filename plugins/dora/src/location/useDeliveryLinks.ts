import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { PATHS, keptSearch, type Changes, type PathName } from './paths';

/** Addresses of the delivery pages that keep the scope and the window in view. */
export function useDeliveryLinks() {
  const root = useRouteRef(rootRouteRef)?.() ?? '/dora';
  const [search] = useSearchParams();
  return useMemo(() => {
    const to = (path: string, changes?: Changes) =>
      `${[root, path].filter(Boolean).join('/')}${keptSearch(search, changes)}`;
    return {
      page: (name: PathName, changes?: Changes) => to(PATHS[name], changes),
      deployment: (id: string) =>
        to(`${PATHS.deployments}/${encodeURIComponent(id)}`),
      change: (id: string, service: string) =>
        to(`${PATHS.changes}/${encodeURIComponent(id)}`, { service }),
      incident: (id: string) =>
        to(`${PATHS.incidents}/${encodeURIComponent(id)}`),
    };
  }, [root, search]);
}
