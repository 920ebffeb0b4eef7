import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { EventsService } from '@backstage/plugin-events-node';
import {
  CATALOG_GIT_CHANGED_TOPIC,
  CatalogGitChangedPayload,
} from '@waymark/plugin-catalog-git-common';
import { GitEntityProvider } from './GitEntityProvider';

/**
 * Delivers when `catalog-git` says that something changed; every minute, for
 * events that got lost; and everything again once a day. The schedule of the
 * daily task lives in the catalog's own database, so a new or emptied one gets
 * everything at once.
 */
export async function scheduleDelivery(options: {
  id: string;
  provider: GitEntityProvider;
  scheduler: SchedulerService;
  events: EventsService;
  logger: LoggerService;
}): Promise<void> {
  const { id, provider, scheduler, events, logger } = options;

  await events.subscribe({
    id: `catalog-git-delivery-${id}`,
    topics: [CATALOG_GIT_CHANGED_TOPIC],
    async onEvent({ eventPayload }) {
      if ((eventPayload as CatalogGitChangedPayload).provider !== id) {
        return;
      }
      try {
        await provider.deliver();
      } catch (error) {
        logger.debug('Delivery from Git will be tried again', {
          provider: id,
          reason: stringifyError(error),
        });
      }
    },
  });

  await scheduler.scheduleTask({
    id: `git:deliver:${id}`,
    scope: 'global',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    initialDelay: { seconds: 10 },
    fn: signal => provider.deliver(signal),
  });
  await scheduler.scheduleTask({
    id: `git:redeliver:${id}`,
    scope: 'global',
    frequency: { hours: 24 },
    timeout: { minutes: 30 },
    initialDelay: { seconds: 15 },
    fn: signal => provider.redeliver(signal),
  });
}
