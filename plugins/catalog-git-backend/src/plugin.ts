import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
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
import { createOwnerNotices } from './createOwnerNotices';
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
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        git: gitServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
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
        // A start often means that what was wrong was set right: nobody waits for a backoff.
        await store.clearRetries();
        const shutdown = new AbortController();
        lifecycle.addShutdownHook(() => shutdown.abort());

        const notices = createOwnerNotices({ ...deps, store, providers });
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
          onScanned: () => notices.soon(),
        });
        const refresh = new RefreshService({
          providers,
          scanner,
          store,
          logger,
          signal: shutdown.signal,
        });
        const source = new SourceService({ git, store, providers });

        deps.permissionsRegistry.addPermissions(catalogGitPermissions);
        deps.httpRouter.use(
          await createContractRouter(catalogGitContract, {
            ...deps,
            handlers: createHandlers({
              providers,
              store,
              refresh,
              source,
              userInfo: deps.userInfo,
            }),
          }),
        );
        await subscribeToPushes({ events, refresh, logger });
        await scheduleScans({ scheduler, scanner, store, notices, providers });
      },
    });
  },
});
