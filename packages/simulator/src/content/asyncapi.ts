import { shapeOf } from '../data/nouns';
import { pascal, sentence, spaced, withArticle } from '../domain/words';
import type { ApiContext } from './openapi';
import { nounExample, nounSchema } from './schema';

/** Names of the events about a noun: 'basket.created', 'basket.ordered'. */
export const eventNames = (noun: string) => [
  `${noun}.created`,
  ...shapeOf(noun)
    .statuses.slice(1)
    .map(status => `${noun}.${status}`),
];

/** AsyncAPI 3.0 description of the events a service publishes. */
export function asyncApi({ service, emailDomain, version, stage }: ApiContext) {
  const api = service.apis.find(({ type }) => type === 'asyncapi');
  const noun = service.nouns[0];
  const events = stage === 1 ? eventNames(noun).slice(0, 1) : eventNames(noun);
  const key = (event: string) => pascal(event.replace('.', '-'));

  return {
    asyncapi: '3.0.0',
    info: {
      title: api?.title ?? service.title,
      version,
      description: `${
        api?.description ?? service.description
      } At least once, in order per ${spaced(
        noun,
      )}; readers ignore what they have seen before.`,
      contact: {
        name: service.owner,
        email: `${service.owner}@${emailDomain}`,
      },
    },
    defaultContentType: 'application/json',
    servers: {
      production: {
        host: `events.internal.${emailDomain}:9093`,
        protocol: 'kafka-secure',
        description: 'Event stream of production.',
      },
    },
    channels: {
      [noun]: {
        address: `${service.domain}.${noun}.v1`,
        description: `Keyed by the identifier of the ${spaced(
          noun,
        )}; kept for 14 days.`,
        messages: Object.fromEntries(
          events.map(event => [
            key(event),
            { $ref: `#/components/messages/${key(event)}` },
          ]),
        ),
      },
    },
    operations: {
      [`publish${pascal(noun)}`]: {
        action: 'send',
        channel: { $ref: `#/channels/${noun}` },
        summary: `Published within two seconds of a change to ${withArticle(
          spaced(noun),
        )}.`,
      },
    },
    components: {
      messages: Object.fromEntries(
        events.map(event => [
          key(event),
          {
            name: event,
            title: sentence(spaced(event.replace('.', ' '))),
            payload: { $ref: `#/components/schemas/${pascal(noun)}Event` },
            examples: [
              {
                name: 'typical',
                payload: {
                  id: '0b8f6f0e-3f6a-4c55-9d1e-6f0a2b7c8d9e',
                  type: event,
                  occurredAt: '2026-05-12T08:41:07Z',
                  data: {
                    ...nounExample(noun, emailDomain),
                    status: statusOf(noun, event),
                  },
                },
              },
            ],
          },
        ]),
      ),
      schemas: {
        [`${pascal(noun)}Event`]: {
          type: 'object',
          required: ['id', 'type', 'occurredAt', 'data'],
          properties: {
            id: {
              type: 'string',
              format: 'uuid',
              description: 'Identifies the event; the same on redelivery.',
            },
            type: { type: 'string', enum: events },
            occurredAt: { type: 'string', format: 'date-time' },
            data: { $ref: `#/components/schemas/${pascal(noun)}` },
          },
        },
        [pascal(noun)]: nounSchema(noun),
      },
    },
  };
}

function statusOf(noun: string, event: string) {
  const { statuses } = shapeOf(noun);
  const status = event.slice(noun.length + 1);
  return statuses.includes(status) ? status : statuses[0];
}
