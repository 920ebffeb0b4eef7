import type { JsonValue } from '@backstage/types';
import type { IngestReply } from '@waymark/plugin-dora-common';
import type { DeliverySource, IngestRequest } from '@waymark/plugin-dora-node';
import { pseudonymiseFields, type Pseudonymise } from '@waymark/privacy-common';
import type { Origin, RejectedEvent, StoredEvent } from '../domain/events';
import { eventIdOf } from '../domain/ids';
import type { DoraMetricsSink } from '../metrics';
import type { EventStore } from './EventStore';
import { judge } from './judge';
import { keptHeaders } from './keptHeaders';

/** One request, or one line of an import. */
export interface Delivery {
  source: DeliverySource;
  request: IngestRequest;
}

/** Takes events in: judged one by one, without names of people, durable before the answer. */
export class IngestService {
  readonly #store: EventStore;
  readonly #pseudonymise: Pseudonymise;
  readonly #metrics: Pick<DoraMetricsSink, 'ingested'>;
  readonly #maxEventBytes: number;
  readonly #now: () => Date;

  constructor(options: {
    store: EventStore;
    pseudonymise: Pseudonymise;
    metrics: Pick<DoraMetricsSink, 'ingested'>;
    maxEventBytes: number;
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#pseudonymise = options.pseudonymise;
    this.#metrics = options.metrics;
    this.#maxEventBytes = options.maxEventBytes;
    this.#now = options.now;
  }

  /** `index` of what is rejected counts over the events of the request. */
  async take(delivery: Delivery, origin: Origin): Promise<IngestReply> {
    return this.#take([delivery], origin, (_, part) => part);
  }

  /** Several requests at once; `index` of what is rejected is that of its request. */
  async takeEach(
    deliveries: readonly Delivery[],
    origin: Origin,
  ): Promise<IngestReply> {
    return this.#take(deliveries, origin, delivery => delivery);
  }

  async #take(
    deliveries: readonly Delivery[],
    origin: Origin,
    indexOf: (delivery: number, part: number) => number,
  ): Promise<IngestReply> {
    const now = this.#now();
    const bounds = {
      now,
      oldest: this.#store.oldest(now),
      maxEventBytes: this.#maxEventBytes,
    };
    const events: StoredEvent[] = [];
    const rejected: RejectedEvent[] = [];
    const answers: IngestReply['rejected'] = [];
    deliveries.forEach((delivery, i) => {
      const common = { source: delivery.source.id, receivedAt: now, origin };
      judge(delivery.source, delivery.request, bounds).forEach(
        (verdict, part) => {
          if ('event' in verdict) {
            const payload = this.#hide(delivery, verdict.event.payload);
            const stored = { ...verdict.event, ...common, payload };
            events.push({ ...stored, eventId: eventIdOf(stored) });
          } else {
            rejected.push({
              ...verdict,
              ...common,
              payload: this.#hide(delivery, verdict.payload),
              headers: keptHeaders(delivery.request.headers),
              stored: null,
            });
            const { deliveryId: id, reason } = verdict;
            answers.push({ index: indexOf(i, part), id, reason });
          }
        },
      );
    });
    const accepted = await this.#store.add(events, rejected);
    const duplicates = events.length - accepted;
    this.#metrics.ingested({ origin, accepted, duplicates, rejected });
    return { accepted, duplicates, rejected: answers };
  }

  #hide({ source }: Delivery, payload: JsonValue): JsonValue {
    const { personalFields } = source;
    return pseudonymiseFields(
      payload,
      personalFields,
      this.#pseudonymise,
    ) as JsonValue;
  }
}
