import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  GitlabDiscoveryEntityProvider,
  GitlabOrgDiscoveryEntityProvider,
} from '@backstage/plugin-catalog-backend-module-gitlab';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { catalogScmEventsServiceRef } from '@backstage/plugin-catalog-node/alpha';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { guardProvider } from './guard/guardProvider';
import { RunJournal } from './guard/RunJournal';
import { watchRuns } from './guard/watchRuns';
import { createLeadAnnotator } from './leads/createLeadAnnotator';
import { forwardScmEvents } from './scmEvents/forwardScmEvents';

/**
 * The upstream providers, each behind a guard: what could not be read is not
 * taken for what is not there.
 */
export const catalogModuleGitlab = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'gitlab',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
        scmEvents: catalogScmEventsServiceRef,
      },
      async init({ catalog, config, lifecycle, scheduler, ...services }) {
        const journal = new RunJournal();
        const options = {
          ...services,
          scheduler: watchRuns(scheduler, journal),
        };
        for (const provider of GitlabDiscoveryEntityProvider.fromConfig(
          config,
          options,
        )) {
          catalog.addEntityProvider(guardProvider(provider, { journal }));
        }
        for (const provider of GitlabOrgDiscoveryEntityProvider.fromConfig(
          config,
          options,
        )) {
          catalog.addEntityProvider(
            guardProvider(provider, { journal, amend: createLeadAnnotator }),
          );
        }
        lifecycle.addStartupHook(() => forwardScmEvents(services));
      },
    });
  },
});
