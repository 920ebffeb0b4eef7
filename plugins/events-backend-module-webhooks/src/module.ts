import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { GithubEventRouter } from '@backstage/plugin-events-backend-module-github';
import { GitlabEventRouter } from '@backstage/plugin-events-backend-module-gitlab';
import {
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import { eventsExtensionPoint } from '@backstage/plugin-events-node/alpha';
import { readRequestsPerMinute } from './config';
import { createRateGuard } from './createRateGuard';
import { createValidator } from './createValidator';
import { createWebhookMetrics } from './metrics';
import { parseJson } from './parseJson';
import { HostId, WebhookHost } from './types';

/** The upstream routers: `github` to `github.push`, `gitlab` to `gitlab.push` and so on. */
const ROUTERS: Readonly<
  Record<HostId, (events: EventsService) => { subscribe(): Promise<void> }>
> = {
  github: events => new GithubEventRouter({ events }),
  gitlab: events => new GitlabEventRouter({ events }),
};

/** `POST /api/events/http/<host>`, open to those who know the secret. */
export function createWebhookModule(host: WebhookHost) {
  return createBackendModule({
    pluginId: 'events',
    moduleId: `webhooks-${host.id}`,
    register(env) {
      env.registerInit({
        deps: {
          config: coreServices.rootConfig,
          events: eventsServiceRef,
          httpRouter: coreServices.httpRouter,
          ingress: eventsExtensionPoint,
          logger: coreServices.logger,
          metrics: metricsServiceRef,
        },
        async init({ config, events, httpRouter, ingress, logger, metrics }) {
          const { verified } = createWebhookMetrics(metrics);
          // Modules start before their plugin, so this comes before its body parser.
          httpRouter.use(
            createRateGuard({
              host: host.id,
              requestsPerMinute: readRequestsPerMinute(config),
              onLimited: () => verified(host.id, 'limited'),
            }),
          );
          ingress.addHttpPostIngress({
            topic: host.id,
            validator: createValidator({
              host,
              logger,
              count: outcome => verified(host.id, outcome),
            }),
          });
          ingress.addHttpPostBodyParser({
            contentType: 'application/json',
            parser: parseJson,
          });
          await ROUTERS[host.id](events).subscribe();
        },
      });
    },
  });
}
