import { AuthenticationError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  UnusableEventError,
  type DeliverySource,
  type Observation,
} from '@waymark/plugin-dora-node';

const TIMES = /At$|^at$/;

/** An event of {@link testSource}: its observations as they are. */
export interface TestEvent {
  id: string;
  at?: string;
  by?: string;
  says: JsonObject[];
}

/** Says what it is told: one event, or a list of them. For tests only. */
export function testSource(id: string): DeliverySource {
  return {
    id,
    personalFields: ['by'],
    verify({ headers }, secrets) {
      if (!secrets.includes(headers['x-secret'] ?? '')) {
        throw new AuthenticationError('Not signed');
      }
    },
    receive({ body }) {
      const items: JsonValue[] = Array.isArray(body) ? body : [body];
      return items.map(payload => {
        const event = payload as unknown as TestEvent | null;
        if (typeof event?.id !== 'string') {
          const rejected = new UnusableEventError('malformed', 'id: missing');
          return { rejected, payload };
        }
        if (!event.at) {
          const rejected = new UnusableEventError(
            'missing-time',
            'at: missing',
          );
          return { rejected, deliveryId: event.id, payload };
        }
        return {
          event: {
            deliveryId: event.id,
            type: 'test.event',
            occurredAt: new Date(event.at),
            payload,
          },
        };
      });
    },
    observe({ payload, type }) {
      const { says } = payload as unknown as TestEvent;
      if (type !== 'test.event') {
        throw new UnusableEventError('unsupported-type', type);
      }
      return says.map(each => {
        if (each.poison) {
          throw new Error('poisoned');
        }
        return Object.fromEntries(
          Object.entries(each).map(([key, value]) => [
            key,
            TIMES.test(key) ? new Date(String(value)) : value,
          ]),
        ) as unknown as Observation;
      });
    },
  };
}
