import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import { analyzeGitLabWebhookEvent } from '@backstage/plugin-catalog-backend-module-gitlab/alpha';
import type { CatalogScmEventsService } from '@backstage/plugin-catalog-node/alpha';
import type { EventsService } from '@backstage/plugin-events-node';

const isCatalogFile = (path: string) => /\.ya?ml$/.test(path);

/**
 * Tells the catalog which files a webhook names. Discovery reacts to the files
 * that it emitted; this reaches those that were registered or that a Location
 * points at. Upstream's own bridge comes with its unguarded discovery.
 */
export async function forwardScmEvents(services: {
  events: EventsService;
  logger: LoggerService;
  scmEvents: CatalogScmEventsService;
}): Promise<void> {
  const { events, logger, scmEvents } = services;
  await events.subscribe({
    id: 'gitlab-scm-events',
    topics: ['gitlab.push', 'gitlab.repository_update'],
    async onEvent({ topic, eventPayload }) {
      const kind = topic.slice('gitlab.'.length);
      try {
        const output = await analyzeGitLabWebhookEvent(kind, eventPayload, {
          logger,
          isRelevantPath: isCatalogFile,
        });
        if (output.result === 'ok') {
          await scmEvents.publish(output.events);
        }
      } catch (error) {
        logger.warn('Ignored a webhook of GitLab that could not be read', {
          topic,
          reason: stringifyError(error),
        });
      }
    },
  });
}
