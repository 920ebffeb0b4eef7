import {
  coreExtensionData,
  createExtensionInput,
  createFrontendModule,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { RiBox3Line, RiPuzzle2Line } from '@remixicon/react';
import {
  catalogColumnDataRef,
  loadColumns,
  PluginColumnsProvider,
} from '@waymark/catalog-columns-react';

// Without a name these have the ids of the built-in pages, and take their places.
const catalogPage = PageBlueprint.makeWithOverrides({
  inputs: {
    /** `catalog-filter:*`, in the order of `app.extensions`. */
    filters: createExtensionInput([coreExtensionData.reactElement]),
    /** `catalog-column:*`: what plugins know of the rows. */
    columns: createExtensionInput([catalogColumnDataRef]),
  },
  factory: (originalFactory, { inputs }) =>
    originalFactory({
      path: '/catalog',
      title: 'Catalog',
      icon: <RiBox3Line />,
      routeRef: catalogPlugin.routes.catalogIndex,
      loader: async () => {
        const [{ EntityIndex }, columns] = await Promise.all([
          import('./EntityIndex'),
          loadColumns(
            inputs.columns.map(column => column.get(catalogColumnDataRef)),
          ),
        ]);
        return (
          <PluginColumnsProvider value={columns}>
            <EntityIndex
              filters={inputs.filters.map(filter =>
                filter.get(coreExtensionData.reactElement),
              )}
            />
          </PluginColumnsProvider>
        );
      },
    }),
});

const apisPage = PageBlueprint.make({
  params: {
    path: '/api-docs',
    title: 'APIs',
    icon: <RiPuzzle2Line />,
    routeRef: apiDocsPlugin.routes.root,
    loader: () => import('./ApiIndex').then(({ ApiIndex }) => <ApiIndex />),
  },
});

export const catalogIndexModules = [
  createFrontendModule({ pluginId: 'catalog', extensions: [catalogPage] }),
  createFrontendModule({ pluginId: 'api-docs', extensions: [apisPage] }),
];
