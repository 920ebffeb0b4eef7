import { useApi } from '@backstage/frontend-plugin-api';
import { visitsApiRef } from '@backstage/plugin-home';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { usePageName } from './usePageName';
import { entityInPath } from './entityInPath';

/** A page has loaded and named itself by then; who leaves sooner only passed through. */
const SETTLE_MS = 1_500;
/** The last hundred visits are kept in one value of the user settings. */
const MAX_SEARCH = 300;

/**
 * Keeps which pages a person looked at, by the name that each gives itself.
 * The one of `@backstage/plugin-home` reads the name before the page is there,
 * and drops what follows the path, which is what many pages are about.
 */
export function VisitListener() {
  const visitsApi = useApi(visitsApiRef);
  const { pathname, search } = useLocation();
  const name = usePageName();
  // Another filter on the same page is not another visit: the address is only read.
  const latestSearch = useRef(search);
  latestSearch.current = search;

  useEffect(() => {
    const timer = setTimeout(() => {
      const kept = latestSearch.current;
      visitsApi
        .save({
          visit: {
            name,
            pathname: kept.length > MAX_SEARCH ? pathname : pathname + kept,
            entityRef: entityInPath('catalog', pathname),
          },
        })
        // Nobody came here to be remembered: the page goes on without.
        .catch(() => undefined);
    }, SETTLE_MS);
    return () => clearTimeout(timer);
  }, [visitsApi, pathname, name]);

  return null;
}
