import { rootHttpRouterServiceFactory } from '@backstage/backend-defaults/rootHttpRouter';
import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { metrics } from '@opentelemetry/api';
import { drainOnShutdown, type BeforeShutdown } from './drainOnShutdown';
import { measureRequests } from './measureRequests';
import { RunningRequests } from './RunningRequests';

const DEFAULT_REQUEST_TIMEOUT_MS = 15_000;

function readMs(config: RootConfigService, key: string, fallback: number) {
  return config.has(key)
    ? durationToMilliseconds(readDurationFromConfig(config, { key }))
    : fallback;
}

/** Backstage's own HTTP server, which also measures requests and drains before it stops. */
export const httpRouterServiceFactory = rootHttpRouterServiceFactory({
  configure({ app, server, config, lifecycle, logger, applyDefaults }) {
    const requests = new RunningRequests();
    app.use(requests.middleware, measureRequests(metrics));
    drainOnShutdown({
      server,
      requests,
      // Declared as the service of plugins; it is the root's.
      lifecycle: lifecycle as typeof lifecycle & BeforeShutdown,
      logger,
      delayMs: readMs(config, 'backend.lifecycle.serverShutdownDelay', 0),
      requestTimeoutMs: readMs(
        config,
        'waymark.shutdown.requestTimeout',
        DEFAULT_REQUEST_TIMEOUT_MS,
      ),
    });
    applyDefaults();
  },
});
