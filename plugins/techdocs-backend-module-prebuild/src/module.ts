import {
  coreServices,
  createBackendModule,
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { isGeneratorInstalled } from './generator';
import { createSiteBuilder } from './siteBuilder';
import { createPrebuild } from './prebuild';

const DEFAULT_SCHEDULE = {
  frequency: { minutes: 2 },
  timeout: { minutes: 30 },
  initialDelay: { seconds: 20 },
};

/** Builds documentation sites on a schedule, where TechDocs itself builds them (`techdocs.builder: local`). */
export const techdocsModulePrebuild = createBackendModule({
  pluginId: 'techdocs',
  moduleId: 'prebuild',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, config, discovery, logger, scheduler }) {
        if (config.getOptionalString('techdocs.builder') !== 'local') return;
        const schedule = config.has('techdocs.prebuild.schedule')
          ? readSchedulerServiceTaskScheduleDefinitionFromConfig(
              config.getConfig('techdocs.prebuild.schedule'),
            )
          : DEFAULT_SCHEDULE;
        const prebuild = createPrebuild({
          auth,
          catalog,
          logger,
          isGeneratorReady: () => isGeneratorInstalled(config, process.env),
          buildSite: createSiteBuilder({ auth, discovery }),
          now: () => new Date(),
        });
        await scheduler.scheduleTask({
          ...schedule,
          id: 'techdocs-prebuild',
          scope: 'global',
          fn: prebuild,
        });
      },
    });
  },
});
