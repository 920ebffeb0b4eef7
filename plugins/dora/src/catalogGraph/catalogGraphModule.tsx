import {
  ExtensionBoundary,
  PageLayout,
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';

/** What a graph is made of comes with the graph, not with the app. */
const loadParts = () =>
  Promise.all([
    import('@backstage/plugin-catalog-graph'),
    import('./WithHealth'),
  ]);

// Neither extension lets anyone say how its nodes are drawn; the components behind them do.
const relationsCard = catalogGraphPlugin
  .getExtension('entity-card:catalog-graph/relations')
  .override({
    factory: (originalFactory, { config, node }) => [
      ...originalFactory(),
      coreExtensionData.reactElement(
        ExtensionBoundary.lazy(node, async () => {
          const [{ EntityCatalogGraphCard }, { WithHealth }] =
            await loadParts();
          return (
            <WithHealth>
              {renderNode => (
                <EntityCatalogGraphCard {...config} renderNode={renderNode} />
              )}
            </WithHealth>
          );
        }),
      ),
    ],
  });

const graphPage = catalogGraphPlugin
  .getExtension('page:catalog-graph')
  .override({
    factory: (originalFactory, { config, node }) => [
      ...originalFactory(),
      coreExtensionData.reactElement(
        <PageLayout title={config.title ?? node.spec.plugin.title} noHeader>
          {ExtensionBoundary.lazy(node, async () => {
            const [{ CatalogGraphPage }, { WithHealth }] = await loadParts();
            return (
              <WithHealth isPage>
                {renderNode => (
                  <CatalogGraphPage
                    {...config}
                    initialState={config}
                    renderNode={renderNode}
                  />
                )}
              </WithHealth>
            );
          })}
        </PageLayout>,
      ),
    ],
  });

export const doraCatalogGraphModule = createFrontendModule({
  pluginId: 'catalog-graph',
  extensions: [relationsCard, graphPage],
});
