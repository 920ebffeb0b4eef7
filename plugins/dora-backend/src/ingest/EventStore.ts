import type { RejectedEvent, StoredEvent } from '../domain/events';

/** Where events go that were taken in. */
export interface EventStore {
  /** Nothing older is kept. */
  oldest(now: Date): Date;
  /** Durable when it returns; how many events were new. */
  add(
    events: readonly StoredEvent[],
    rejected: readonly RejectedEvent[],
  ): Promise<number>;
}
