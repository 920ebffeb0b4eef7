import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogCollatorExtensionPoint } from '@backstage/plugin-search-backend-module-catalog';
import { PgSearchEngine } from '@backstage/plugin-search-backend-module-pg';
import { searchEngineRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { OrderedSearchEngine } from './OrderedSearchEngine';
import { toEntityDocument } from './toEntityDocument';

/** The index of the Postgres engine, asked in an order of our own. */
export const searchModuleWaymark = createBackendModule({
  pluginId: 'search',
  moduleId: 'waymark',
  register(env) {
    env.registerInit({
      deps: {
        catalogCollator: catalogCollatorExtensionPoint,
        config: coreServices.rootConfig,
        database: coreServices.database,
        engines: searchEngineRegistryExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ catalogCollator, config, database, engines, logger }) {
        catalogCollator.setEntityTransformer(toEntityDocument);
        engines.setSearchEngine(
          new OrderedSearchEngine({
            index: await PgSearchEngine.fromConfig(config, {
              database,
              logger,
            }),
            knex: await database.getClient(),
          }),
        );
      },
    });
  },
});
