import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createContractRouter } from '@waymark/contract-node';
import { gitServiceRef, readGitProviders } from '@waymark/git-node';
import {
  catalogGitContract,
  catalogGitPermissions,
} from '@waymark/plugin-catalog-git-common';
import { DatabaseIngestionStore } from './database/DatabaseIngestionStore';
import { migrate } from './database/migrate';
import { subscribeToPushes } from './events/subscribeToPushes';
import { createIngestionMetrics } from './metrics';
import { createHandlers } from './router/createHandlers';
import { ChangeNotifier } from './services/ChangeNotifier';
import { ProviderScanner } from './services/ProviderScanner';
import { RefreshService } from './services/RefreshService';
import { SourceService } from './services/SourceService';
import { scheduleScans } from './tasks/scheduleScans';

/** Reads catalog entities from plain Git and says what failed. */
export const catalogGitPlugin = createBackendPlugin({
  pluginId: 'catalog-git',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        git: gitServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
      },
      async init(deps) {
        const { config, events, git, lifecycle, logger, scheduler } = deps;
        const now = () => new Date();
        const providers = readGitProviders(config);
        const store = new DatabaseIngestionStore({
          knex: await migrate(deps.database),
        });
        await store.keepProviders({
          providers: providers.map(provider => provider.id),
          now: now(),
        });
        const shutdown = new AbortController();
        lifecycle.addShutdownHook(() => shutdown.abort());

        const scanner = new ProviderScanner({
          git,
          store,
          notifier: new ChangeNotifier({ events }),
          metrics: createIngestionMetrics({
            metrics: deps.metrics,
            count: () => store.count(),
          }),
          logger,
          now,
        });
        const refresh = new RefreshService({
          providers,
          scanner,
          logger,
          signal: shutdown.signal,
        });
        const source = new SourceService({ git, store, providers });

        deps.permissionsRegistry.addPermissions(catalogGitPermissions);
        deps.httpRouter.use(
          await createContractRouter(catalogGitContract, {
            ...deps,
            handlers: createHandlers({ providers, store, refresh, source }),
          }),
        );
        await subscribeToPushes({ events, refresh, logger });
        await scheduleScans({ scheduler, scanner, providers });
      },
    });
  },
});
