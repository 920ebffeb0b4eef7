import { inParallel } from '../../git/inParallel';
import type { Delivery } from './delivery';
import { fetchRetrying, type Attempts } from './retrying';
import { signatureOf, type Secrets } from './secrets';

export interface SentCounts {
  sent: number;
  /** Not accepted, and would not be a second time. */
  refused: number;
}

export interface Sender {
  /** Sends all of them, however long the portal is away. */
  send(deliveries: readonly Delivery[]): Promise<SentCounts>;
}

const BATCH = 100;
/** Tools do not wait for one another. */
const AT_ONCE = 4;

interface Shipment {
  target: Delivery['target'];
  deliveries: readonly Delivery[];
}

/** Events travel together; every webhook travels alone. */
function shipmentsOf(deliveries: readonly Delivery[]): Shipment[] {
  const events = deliveries.filter(({ target }) => target === 'events');
  const batches = Array.from(
    { length: Math.ceil(events.length / BATCH) },
    (_, index): Shipment => ({
      target: 'events',
      deliveries: events.slice(index * BATCH, (index + 1) * BATCH),
    }),
  );
  const webhooks = deliveries
    .filter(({ target }) => target !== 'events')
    .map(
      (delivery): Shipment => ({
        target: delivery.target,
        deliveries: [delivery],
      }),
    );
  return [...batches, ...webhooks];
}

/**
 * Sends deliveries the way the tools do: signed, retried while the portal is
 * away. What the portal refuses is said once per tool and reason.
 */
export function createSender(options: {
  /** Base of the portal, such as http://localhost:7007. */
  url: string;
  token: string;
  secrets: Secrets;
  say: (line: string) => void;
  attempts?: Attempts;
}): Sender {
  const { url, token, secrets, say, attempts = {} } = options;
  const complaints = new Set<string>();
  const complain = (complaint: string) => {
    if (complaints.has(complaint)) return;
    complaints.add(complaint);
    say(complaint);
  };

  const request = ({ target, deliveries }: Shipment) => {
    const [first] = deliveries;
    const isBatch = target === 'events';
    const body = JSON.stringify(
      isBatch ? deliveries.map(delivery => delivery.body) : first.body,
    );
    const headers = {
      'content-type': 'application/json',
      ...(isBatch
        ? { authorization: `Bearer ${token}` }
        : { ...first.headers, ...signatureOf(first, body, secrets) }),
    };
    const path = isBatch ? 'events' : `ingest/${target}`;
    return {
      url: `${url}/api/dora/${path}`,
      init: { method: 'POST', headers, body },
    };
  };

  return {
    async send(deliveries) {
      const counts: SentCounts = { sent: 0, refused: 0 };
      await inParallel(
        shipmentsOf(deliveries),
        { limit: AT_ONCE, signal: attempts.signal },
        async shipment => {
          const made = request(shipment);
          const response = await fetchRetrying(
            made.url,
            () => made.init,
            attempts,
          );
          const text = await response.text();
          if (response.ok) {
            counts.sent += shipment.deliveries.length;
            return;
          }
          counts.refused += shipment.deliveries.length;
          complain(
            `${shipment.target}: refused with ${response.status}: ${reasonIn(
              text,
            )}`,
          );
        },
      );
      return counts;
    },
  };
}

/** The message of an answer of the portal, else its beginning. */
export function reasonIn(text: string): string {
  try {
    const { error } = JSON.parse(text) as { error?: { message?: string } };
    if (error?.message) return error.message;
  } catch {
    // Not JSON: shown as it is.
  }
  return text.slice(0, 200);
}
