import type { Knex } from 'knex';
import { execute, query } from '../query';

/** Takes events off the queue. */
export async function dequeue(
  tx: Knex.Transaction,
  eventIds: readonly string[],
): Promise<void> {
  await execute(tx, 'DELETE FROM event_queue WHERE event_id = ANY(?::uuid[])', [
    eventIds,
  ]);
}

/** Lets an event wait after a failure. */
export async function postpone(
  tx: Knex.Transaction,
  options: { eventId: string; dueAt: Date },
): Promise<void> {
  await execute(
    tx,
    'UPDATE event_queue SET attempts = attempts + 1, due_at = ? WHERE event_id = ?',
    [options.dueAt, options.eventId],
  );
}

/** Events whose raw row is gone (its month was dropped) have nothing to wait for. */
export async function dequeueOrphans(
  knex: Knex,
  oldest: Date,
): Promise<number> {
  return execute(knex, 'DELETE FROM event_queue WHERE occurred_at < ?', [
    oldest,
  ]);
}

export interface Backlog {
  events: number;
  facts: number;
  services: number;
  rollUps: number;
  rejected: number;
  /** When the event that waits longest came; null: nothing waits. */
  oldestAt: Date | null;
}

/** How much waits at each stage. */
export async function selectBacklog(knex: Knex): Promise<Backlog> {
  const [row] = await query<Backlog>(
    knex,
    `SELECT (SELECT count(*) FROM event_queue)::integer AS events,
            (SELECT count(*) FROM dirty_fact)::integer AS facts,
            (SELECT count(*) FROM dirty_service)::integer AS services,
            (SELECT count(*) FROM roll_up_delta)::integer AS "rollUps",
            (SELECT count(*) FROM rejected_event)::integer AS rejected,
            (SELECT min(due_at) FROM event_queue) AS "oldestAt"`,
  );
  return row;
}
