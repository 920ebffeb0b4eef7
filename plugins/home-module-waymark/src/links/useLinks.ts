import {
  parseEntityRef,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { entityRouteParams } from '@backstage/plugin-catalog-react';
import devtoolsPlugin from '@backstage/plugin-devtools/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import { useNavigate } from 'react-router-dom';

/** Where the home page leads; a link is undefined when its page is not installed. */
export function useLinks() {
  const entityPage = useRouteRef(catalogPlugin.routes.catalogEntity);
  const catalogPage = useRouteRef(catalogPlugin.routes.catalogIndex);
  const docsPage = useRouteRef(techdocsPlugin.routes.docRoot);
  const docsIndex = useRouteRef(techdocsPlugin.routes.root);
  const createPage = useRouteRef(scaffolderPlugin.routes.root);
  const runPage = useRouteRef(scaffolderPlugin.routes.ongoingTask);
  const runsPage = useRouteRef(scaffolderPlugin.routes.listTasks);
  const notificationsPage = useRouteRef(notificationsPlugin.routes.root);
  const devtoolsPage = useRouteRef(devtoolsPlugin.routes.root);
  const catalogOf = (filters: Record<string, string>) =>
    catalogPage &&
    `${catalogPage()}?${Object.entries(filters)
      .map(([name, value]) => `filters[${name}]=${encodeURIComponent(value)}`)
      .join('&')}`;
  return {
    entity: (entity: Entity) => entityPage?.(entityRouteParams(entity)),
    ref: (entityRef: string) => entityPage?.(parseEntityRef(entityRef)),
    catalog: () => catalogPage?.() ?? '/',
    /** The catalog with its filters set, such as `{ kind: 'component' }`. */
    catalogOf,
    docs: (entity: Entity) => docsPage?.(entityRouteParams(entity)),
    docsOf: (ref: CompoundEntityRef) => docsPage?.(ref),
    allDocs: () => docsIndex?.(),
    create: () => createPage?.(),
    run: (taskId: string) => runPage?.({ taskId }),
    runs: () => runsPage?.(),
    notifications: () => notificationsPage?.(),
    unprocessed: () => devtoolsPage && `${devtoolsPage()}/unprocessed-entities`,
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
