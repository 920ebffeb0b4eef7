import {
  ApiBlueprint,
  PageBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiRocketLine } from '@remixicon/react';
import { CatalogColumnBlueprint } from '@waymark/catalog-columns-react';
import { createContractClient } from '@waymark/contract-common';
import { doraContract } from '@waymark/plugin-dora-common';
import { doraApiRef } from './api/doraApi';
import { rootRouteRef } from './routes';

const doraApi = ApiBlueprint.make({
  params: define =>
    define({
      api: doraApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        createContractClient(doraContract, {
          discovery: discoveryApi,
          fetch: fetchApi.fetch,
        }),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/dora',
    title: 'Delivery',
    icon: <RiRocketLine />,
    routeRef: rootRouteRef,
    loader: () =>
      import('./pages/DeliveryPage').then(({ DeliveryPage }) => (
        <DeliveryPage />
      )),
  },
});

const entityContent = EntityContentBlueprint.make({
  params: {
    path: 'delivery',
    title: 'Delivery',
    filter: { kind: { $in: ['component', 'system', 'domain', 'group'] } },
    loader: () =>
      import('./pages/EntityDelivery').then(({ EntityDelivery }) => (
        <EntityDelivery />
      )),
  },
});

const entityCard = EntityCardBlueprint.make({
  name: 'health',
  params: {
    type: 'info',
    filter: { kind: 'component' },
    loader: () =>
      import('./components/health/HealthCard').then(({ HealthCard }) => (
        <HealthCard />
      )),
  },
});

const column = {
  if: { permissions: { $contains: 'dora.metric.read#read' } },
  params: {
    title: 'Delivery',
    kinds: ['component'],
    width: 224,
    loader: () => import('./components/column'),
  },
};

const catalogColumn = CatalogColumnBlueprint.make({
  name: 'delivery',
  ...column,
});

/** The same beside the services of one's own teams, on the home page. */
const homeColumn = CatalogColumnBlueprint.make({
  name: 'delivery-at-home',
  attachTo: { id: 'home-page-widget:home/my-services', input: 'columns' },
  ...column,
});

export const doraPlugin = createFrontendPlugin({
  pluginId: 'dora',
  title: 'Delivery',
  icon: <RiRocketLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [
    doraApi,
    page,
    entityContent,
    entityCard,
    catalogColumn,
    homeColumn,
  ],
});
