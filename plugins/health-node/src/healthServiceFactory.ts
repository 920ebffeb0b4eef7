import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { DatabaseHealthService } from './DatabaseHealthService';
import { DatabaseProbe } from './DatabaseProbe';

/** Replaces the root health service, so that readiness includes the database. */
export const healthServiceFactory = createServiceFactory({
  service: coreServices.rootHealth,
  deps: {
    config: coreServices.rootConfig,
    logger: coreServices.rootLogger,
    lifecycle: coreServices.rootLifecycle,
  },
  factory: ({ config, logger, lifecycle }) =>
    new DatabaseHealthService({
      lifecycle,
      probe: new DatabaseProbe({ config, logger, lifecycle }),
    }),
});
