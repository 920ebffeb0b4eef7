import type { ReactElement } from 'react';
import type { Entity } from '@backstage/catalog-model';
import type { ApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import devtoolsPlugin from '@backstage/plugin-devtools/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import type { JsonObject } from '@backstage/types';
import { QueryProvider } from '@waymark/query-react';
import { ADA, TEAM } from './examples';

interface HomeOptions {
  entities?: Entity[];
  catalogApi?: typeof catalogApiRef.T;
  apis?: readonly (readonly [ApiRef<any>, unknown])[];
  storage?: ReturnType<typeof mockApis.storage>;
  config?: JsonObject;
}

/** Renders part of the home page as Ada of the team Checkout sees it. */
export function renderHome(element: ReactElement, options: HomeOptions = {}) {
  const { entities = [], config = {}, apis = [] } = options;
  const catalogApi = options.catalogApi ?? catalogApiMock({ entities });
  return renderInTestApp(<QueryProvider>{element}</QueryProvider>, {
    config: { app: { baseUrl: 'http://localhost' }, ...config },
    apis: [
      [catalogApiRef, catalogApi],
      mockApis.identity({
        userEntityRef: ADA,
        ownershipEntityRefs: [ADA, TEAM],
        displayName: 'Ada Okafor',
      }),
      options.storage ?? mockApis.storage(),
      ...(apis as []),
    ],
    mountedRoutes: {
      '/catalog': catalogPlugin.routes.catalogIndex,
      '/catalog/:namespace/:kind/:name': catalogPlugin.routes.catalogEntity,
      '/docs': techdocsPlugin.routes.root,
      '/docs/:namespace/:kind/:name': techdocsPlugin.routes.docRoot,
      '/create': scaffolderPlugin.routes.root,
      '/notifications': notificationsPlugin.routes.root,
      '/devtools': devtoolsPlugin.routes.root,
    },
  });
}

/** The first to load the parts of a page takes long. */
export const SLOW = { timeout: 20_000 };
