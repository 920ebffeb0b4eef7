import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  actionsRegistryServiceRef,
  metricsServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createContractRouter } from '@waymark/contract-node';
import { gitServiceRef, readGitProviders } from '@waymark/git-node';
import { doraContract, doraPermissions } from '@waymark/plugin-dora-common';
import { doraSourcesExtensionPoint } from '@waymark/plugin-dora-node';
import { registerActions } from './actions/registerActions';
import { createBuiltInSources } from './builtInSources';
import { readDoraConfig } from './config';
import { createServices } from './createServices';
import { migrate } from './database/migrate';
import { selectBacklog } from './database/pipeline/queue';
import { countDefaultPartition } from './database/raw/partitionQueries';
import { subscribeToEvents } from './events/subscribeToEvents';
import { SourceRegistry } from './ingest/SourceRegistry';
import { createDoraMetrics } from './metrics';
import { createHandlers } from './router/createHandlers';
import { createWebhookRouter } from './router/createWebhookRouter';
import { scheduleTasks } from './tasks/scheduleTasks';

/** Takes in delivery events and serves the figures that follow from them. */
export const doraPlugin = createBackendPlugin({
  pluginId: 'dora',
  register(env) {
    const sources = new SourceRegistry();
    createBuiltInSources(() => new Date()).forEach(source =>
      sources.addSource(source),
    );
    env.registerExtensionPoint(doraSourcesExtensionPoint, sources);

    env.registerInit({
      deps: {
        actions: actionsRegistryServiceRef,
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        git: gitServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { events, httpRouter, logger } = deps;
        const now = () => new Date();
        const config = readDoraConfig(deps.config);
        const knex = await migrate(deps.database);
        const services = createServices({
          ...deps,
          knex,
          config,
          sources,
          providers: config.git.enabled ? readGitProviders(deps.config) : [],
          now,
          metrics: createDoraMetrics({
            metrics: deps.metrics,
            now,
            read: async () => ({
              ...(await selectBacklog(knex)),
              unpartitioned: await countDefaultPartition(knex),
            }),
          }),
        });
        const { ingest } = services;

        const handlers = createHandlers({
          ...services,
          senders: config.senders,
        });
        deps.permissionsRegistry.addPermissions(doraPermissions);
        httpRouter.addAuthPolicy({ path: '/ingest', allow: 'unauthenticated' });
        httpRouter.use(
          createWebhookRouter({
            sources,
            ingest,
            secretsOf: config.secretsOf,
            requestsPerMinute: config.webhookRequestsPerMinute,
          }),
        );
        httpRouter.use(
          await createContractRouter(doraContract, {
            ...deps,
            handlers,
          }),
        );
        registerActions({
          registry: deps.actions,
          permissions: deps.permissions,
          handlers,
        });
        await subscribeToEvents({ events, sources, ingest, logger });
        await scheduleTasks({ ...deps, ...services });
      },
    });
  },
});
