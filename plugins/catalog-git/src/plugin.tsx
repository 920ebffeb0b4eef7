import {
  ApiBlueprint,
  PageBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { RiGitRepositoryLine, RiPulseLine } from '@remixicon/react';
import { createContractClient } from '@waymark/contract-common';
import { catalogGitContract } from '@waymark/plugin-catalog-git-common';
import { catalogGitApiRef } from './api/catalogGitApi';
import { healthRouteRef, sourceRouteRef } from './routes';

const catalogGitApi = ApiBlueprint.make({
  params: define =>
    define({
      api: catalogGitApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        createContractClient(catalogGitContract, {
          discovery: discoveryApi,
          fetch: fetchApi.fetch,
        }),
    }),
});

/** For platform engineers; does not exist for anyone else. */
const healthPage = PageBlueprint.make({
  if: { permissions: { $contains: 'catalogGit.health.read#read' } },
  params: {
    path: '/git/health',
    title: 'Ingestion health',
    icon: <RiPulseLine />,
    routeRef: healthRouteRef,
    loader: () =>
      import('./pages/HealthPage').then(({ HealthPage }) => <HealthPage />),
  },
});

/** For everyone: where links to files of plain Git repositories lead. */
const sourcePage = PageBlueprint.make({
  name: 'source',
  params: {
    path: '/git',
    title: 'Source',
    icon: <RiGitRepositoryLine />,
    routeRef: sourceRouteRef,
    loader: () =>
      import('./pages/SourcePage').then(({ SourcePage }) => <SourcePage />),
  },
});

/** On the page of an entity that is shown in an older version than its file has. */
const ingestionWarning = EntityCardBlueprint.make({
  name: 'ingestion-warning',
  params: {
    // The first to be seen, in a narrow window too.
    type: 'info',
    filter: {
      'metadata.annotations.waymark.dev/git-commit': { $exists: true },
    },
    loader: () =>
      import('./components/entity/IngestionWarning').then(
        ({ IngestionWarning }) => <IngestionWarning />,
      ),
  },
});

export const catalogGitPlugin = createFrontendPlugin({
  pluginId: 'catalog-git',
  title: 'Git',
  icon: <RiGitRepositoryLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { health: healthRouteRef, source: sourceRouteRef },
  extensions: [catalogGitApi, healthPage, sourcePage, ingestionWarning],
});
