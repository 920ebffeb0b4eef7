import type { Knex } from 'knex';
import { execute, query } from '../query';

export interface EventPosition {
  eventId: string;
  occurredAt: Date;
}

/** The next raw events in the order of time. */
export async function selectNextEvents(
  knex: Knex,
  options: { after: EventPosition | null; limit: number },
): Promise<EventPosition[]> {
  const { after, limit } = options;
  return query<EventPosition>(
    knex,
    `SELECT event_id AS "eventId", occurred_at AS "occurredAt" FROM raw_event
     WHERE occurred_at >= ? AND (occurred_at, event_id) > (?::timestamptz, ?::uuid)
     ORDER BY occurred_at, event_id
     LIMIT ?`,
    [
      after?.occurredAt ?? new Date(0),
      after?.occurredAt ?? new Date(0),
      after?.eventId ?? '00000000-0000-0000-0000-000000000000',
      limit,
    ],
  );
}

/** Whether anything waits before the roll-ups. */
export async function isPipelineEmpty(knex: Knex): Promise<boolean> {
  const [row] = await query<{ empty: boolean }>(
    knex,
    `SELECT NOT EXISTS (SELECT 1 FROM event_queue WHERE attempts = 0)
        AND NOT EXISTS (SELECT 1 FROM dirty_fact) AS empty`,
  );
  return row.empty;
}

/** What the rebuild did not hear again is not said any more. */
export async function deleteStaleObservations(
  tx: Knex.Transaction,
  generation: number,
): Promise<void> {
  await execute(
    tx,
    `WITH gone AS (
       DELETE FROM observation WHERE generation < ? RETURNING fact_id, kind
     )
     INSERT INTO dirty_fact (lane, fact_id, kind)
     SELECT DISTINCT lane_of(coalesce(c.repository, g.fact_id::text)), g.fact_id, g.kind
     FROM gone AS g LEFT JOIN change AS c ON c.change_id = g.fact_id`,
    [generation],
  );
}

/** Services of which a generation does not hold everything yet; they are marked to be derived. */
export async function markIncompleteServices(
  tx: Knex.Transaction,
  options: { generation: number; limit: number },
): Promise<{ marked: number; left: number }> {
  const { generation, limit } = options;
  const [row] = await query<{ marked: number; left: number }>(
    tx,
    `WITH incomplete AS (
       SELECT entity_ref AS service FROM catalog_entity
       WHERE entity_ref LIKE 'component:%' AND NOT EXISTS (
         SELECT 1 FROM service_generation AS g WHERE g.service = entity_ref AND g.generation = ?)
     ), marked AS (
       INSERT INTO dirty_service (lane, service, from_at)
       SELECT lane_of(service), service, timestamptz '0001-01-01T00:00:00Z' FROM incomplete
       WHERE NOT EXISTS (SELECT 1 FROM dirty_service AS d WHERE d.service = incomplete.service AND d.from_at < '1900-01-01')
       ORDER BY service LIMIT ?
       RETURNING service
     )
     SELECT (SELECT count(*) FROM marked)::integer AS marked, (SELECT count(*) FROM incomplete)::integer AS "left"`,
    [generation, limit],
  );
  return row;
}

/** Readers change over to the new roll-ups at once; the old ones go. */
export async function completeGeneration(
  tx: Knex.Transaction,
  generation: number,
): Promise<boolean> {
  const [{ waiting }] = await query<{ waiting: boolean }>(
    tx,
    'SELECT EXISTS (SELECT 1 FROM roll_up_delta WHERE generation = ?) AS waiting',
    [generation],
  );
  if (waiting) {
    return false;
  }
  await execute(tx, 'UPDATE state SET generation = ?, next_generation = ?', [
    generation,
    generation,
  ]);
  await execute(tx, 'DELETE FROM roll_up WHERE generation < ?', [generation]);
  await execute(tx, 'DELETE FROM roll_up_delta WHERE generation < ?', [
    generation,
  ]);
  return true;
}
