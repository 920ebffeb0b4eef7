import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { rootRouteRef } from '../routes';
import { useFixedScope } from './FixedScope';
import {
  PATHS,
  keptSearch,
  type Changes,
  type ListName,
  type PathName,
} from './paths';

/** Addresses of the delivery pages that keep the scope and the window in view. */
export function useDeliveryLinks() {
  const root = useRouteRef(rootRouteRef)?.() ?? '/dora';
  const fixed = useFixedScope();
  const { pathname } = useLocation();
  const [search] = useSearchParams();
  return useMemo(() => {
    const to = (path: string, changes?: Changes, list = false) =>
      `${[root, path].filter(Boolean).join('/')}${keptSearch(search, {
        changes: fixed ? { scope: fixed, ...changes } : changes,
        list,
      })}`;
    const isIn = (list: ListName) => pathname.startsWith(`${root}/${list}`);
    const one = (list: ListName, id: string, changes?: Changes) =>
      to(`${list}/${encodeURIComponent(id)}`, changes, isIn(list));
    return {
      page: (name: PathName, changes?: Changes) => to(PATHS[name], changes),
      /** Back to a list, as narrowed and ordered as it was. */
      back: (list: ListName) => to(list, undefined, isIn(list)),
      deployment: (id: string) => one('deployments', id),
      change: (id: string, service: string) => one('changes', id, { service }),
      incident: (id: string) => one('incidents', id),
    };
  }, [root, fixed, pathname, search]);
}
