import type { Knex } from 'knex';
import type { RejectedEvent, StoredEvent } from '../../domain/events';
import type { EventStore } from '../../ingest/EventStore';
import { insertEvents } from './insertEvents';
import type { Partitions } from './Partitions';
import { upsertRejected } from './rejections';

/** {@link EventStore} in Postgres. */
export class DatabaseEventStore implements EventStore {
  readonly #knex: Knex;
  readonly #partitions: Partitions;

  constructor(options: { knex: Knex; partitions: Partitions }) {
    this.#knex = options.knex;
    this.#partitions = options.partitions;
  }

  oldest(now: Date): Date {
    return this.#partitions.oldest(now);
  }

  async add(
    events: readonly StoredEvent[],
    rejected: readonly RejectedEvent[],
  ): Promise<number> {
    await this.#partitions.ensure(events.map(event => event.occurredAt));
    const inserted = await insertEvents(this.#knex, events);
    await upsertRejected(this.#knex, rejected);
    return inserted.size;
  }
}
