import { parseEntityRef, type Entity } from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { entityRouteParams } from '@backstage/plugin-catalog-react';
import searchPlugin from '@backstage/plugin-search/alpha';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import { useNavigate } from 'react-router-dom';

/** Where the home page leads; a link is undefined when its page is not installed. */
export function useLinks() {
  const entityPage = useRouteRef(catalogPlugin.routes.catalogEntity);
  const catalogPage = useRouteRef(catalogPlugin.routes.catalogIndex);
  const docsPage = useRouteRef(techdocsPlugin.routes.docRoot);
  return {
    entity: (entity: Entity) => entityPage?.(entityRouteParams(entity)),
    ref: (entityRef: string) => entityPage?.(parseEntityRef(entityRef)),
    catalog: () => catalogPage?.() ?? '/',
    docs: (entity: Entity) => docsPage?.(entityRouteParams(entity)),
  };
}

/** Opens the search page with a query. */
export function useSearchNavigation(): (query: string) => void {
  const searchPage = useRouteRef(searchPlugin.routes.root);
  const navigate = useNavigate();
  return query => {
    if (searchPage) {
      navigate(`${searchPage()}?query=${encodeURIComponent(query)}`);
    }
  };
}
