import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { readGitProviders } from '@waymark/git-node';
import { createChangeFeed } from './provider/ChangeFeed';
import { createDeliveryLock } from './provider/DeliveryLock';
import { GitEntityProvider } from './provider/GitEntityProvider';
import { scheduleDelivery } from './provider/scheduleDelivery';
import { RepositoryLocator } from './reader/RepositoryLocator';
import { RepositoryRulesProcessor } from './rules/RepositoryRulesProcessor';

/** One entity provider for each entry of `catalog.providers.git`, and the rules for repositories of every other host. */
export const catalogModuleGit = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'git',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        database: coreServices.database,
        discovery: coreServices.discovery,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { catalog, config, events, logger, scheduler } = deps;
        const feed = createChangeFeed(deps);
        const lock = createDeliveryLock(deps.database);
        const providers = readGitProviders(config);
        const plainGit = new RepositoryLocator({ providers });
        catalog.addProcessor(
          RepositoryRulesProcessor.fromConfig(config, {
            plainGit,
          }),
        );
        for (const { id } of providers) {
          const provider = new GitEntityProvider({ id, feed, lock, logger });
          catalog.addEntityProvider(provider);
          // Deliveries need the catalog's connection, which comes at startup.
          deps.lifecycle.addStartupHook(() =>
            scheduleDelivery({ id, provider, scheduler, events, logger }),
          );
        }
      },
    });
  },
});
