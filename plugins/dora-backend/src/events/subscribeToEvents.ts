import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventParams, EventsService } from '@backstage/plugin-events-node';
import type { JsonValue } from '@backstage/types';
import type { IngestService } from '../ingest/IngestService';
import type { SourceRegistry } from '../ingest/SourceRegistry';

/** Each is the id of the source that understands it. */
const TOPICS = ['github', 'gitlab', 'cdevents'];

/**
 * Takes in what other modules publish, whose signatures those have checked. The
 * bus delivers at most once and drops headers between processes, so this is a
 * convenience for what is wired already; webhooks are the durable way. The same
 * event by both ways is one.
 */
export async function subscribeToEvents(options: {
  events: EventsService;
  sources: SourceRegistry;
  ingest: IngestService;
  logger: LoggerService;
}): Promise<void> {
  const { events, sources, ingest, logger } = options;
  await events.subscribe({
    id: 'dora',
    topics: TOPICS,
    async onEvent(event) {
      const source = sources.find(event.topic);
      if (!source) {
        return;
      }
      try {
        await ingest.take({ source, request: toRequest(event) }, 'live');
      } catch (error) {
        logger.warn('An event of the bus was lost', {
          topic: event.topic,
          reason: stringifyError(error),
        });
      }
    },
  });
}

function toRequest({ eventPayload, metadata = {} }: EventParams) {
  return {
    headers: Object.fromEntries(
      Object.entries(metadata).map(([name, value]) => [
        name.toLowerCase(),
        Array.isArray(value) ? value.join(', ') : value,
      ]),
    ),
    rawBody: Buffer.alloc(0),
    body: eventPayload as JsonValue,
  };
}
