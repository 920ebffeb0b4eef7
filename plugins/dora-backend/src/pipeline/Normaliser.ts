import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  UnusableEventError,
  type Observation,
} from '@waymark/plugin-dora-node';
import type { Knex } from 'knex';
import {
  claimEvents,
  type ClaimedEvent,
} from '../database/pipeline/claimEvents';
import { inBatch } from '../database/pipeline/inBatch';
import { dequeue, postpone } from '../database/pipeline/queue';
import {
  writeObservations,
  type ObservedEvent,
} from '../database/pipeline/writeObservations';
import { upsertRejected } from '../database/raw/rejections';
import { assertStorable } from './assertStorable';
import { selectNextGeneration } from '../database/pipeline/generations';
import type { RejectedEvent } from '../domain/events';
import type { SourceRegistry } from '../ingest/SourceRegistry';

export const NORMALISER_BATCH = 2_000;
const MAX_ATTEMPTS = 5;
const BACKOFF_MS = 2_000;

/** Turns raw events into observations. One event that fails does not hold up the others. */
export class Normaliser {
  readonly #knex: Knex;
  readonly #sources: SourceRegistry;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    sources: SourceRegistry;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#sources = options.sources;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** @returns how many events were dealt with; 0: none is due */
  async run(): Promise<number> {
    try {
      return await this.#batch();
    } catch (error) {
      this.#logger.warn('A batch of events failed; each is tried alone', {
        reason: stringifyError(error),
      });
      return this.#oneByOne();
    }
  }

  async #batch(): Promise<number> {
    return inBatch(this.#knex, async tx => {
      const now = this.#now();
      const claimed = await claimEvents(tx, { now, limit: NORMALISER_BATCH });
      await this.#settle(tx, await this.#write(tx, claimed), now);
      return claimed.length;
    });
  }

  /** @returns those that could not be observed */
  async #write(
    tx: Knex.Transaction,
    claimed: readonly ClaimedEvent[],
  ): Promise<Failure[]> {
    const observed: ObservedEvent[] = [];
    const failed: Failure[] = [];
    for (const event of claimed) {
      try {
        observed.push({ event, observations: this.#observe(event) });
      } catch (error) {
        failed.push({ event, error });
      }
    }
    if (observed.length > 0) {
      await writeObservations(tx, observed, await selectNextGeneration(tx));
      await dequeue(
        tx,
        observed.map(({ event }) => event.eventId),
      );
    }
    return failed;
  }

  /** What makes the database refuse a batch is found by taking its events one at a time. */
  async #oneByOne(): Promise<number> {
    for (let done = 0; done < NORMALISER_BATCH; done++) {
      const found = await inBatch(this.#knex, async tx => {
        const now = this.#now();
        const [event] = await claimEvents(tx, { now, limit: 1 });
        if (event) {
          try {
            const failed = await tx.transaction(savepoint =>
              this.#write(savepoint, [event]),
            );
            await this.#settle(tx, failed, now);
          } catch (error) {
            await this.#settle(tx, [{ event, error }], now);
          }
        }
        return event !== undefined;
      });
      if (!found) {
        return done;
      }
    }
    return NORMALISER_BATCH;
  }

  #observe(event: ClaimedEvent): Observation[] {
    const observations = this.#sources.get(event.source).observe(event);
    observations.forEach(assertStorable);
    return observations;
  }

  /** Never usable, or failed too often: rejected. Otherwise tried again later. */
  async #settle(tx: Knex.Transaction, failed: readonly Failure[], now: Date) {
    if (failed.length === 0) {
      return;
    }
    const rejected: RejectedEvent[] = [];
    for (const { event, error } of failed) {
      const unusable = error instanceof UnusableEventError;
      if (unusable || event.attempts + 1 >= MAX_ATTEMPTS) {
        rejected.push({
          source: event.source,
          deliveryId: event.deliveryId,
          type: event.type,
          code: unusable ? error.code : 'failed',
          reason: unusable ? error.message : stringifyError(error),
          receivedAt: event.receivedAt,
          origin: event.origin,
          headers: {},
          payload: event.payload,
          stored: { eventId: event.eventId, occurredAt: event.occurredAt },
        });
      } else {
        const wait = BACKOFF_MS * 2 ** event.attempts;
        const dueAt = new Date(now.getTime() + wait);
        await postpone(tx, { eventId: event.eventId, dueAt });
      }
    }
    await upsertRejected(tx, rejected);
    await dequeue(
      tx,
      rejected.flatMap(({ stored }) => stored?.eventId ?? []),
    );
  }
}

interface Failure {
  event: ClaimedEvent;
  error: unknown;
}
