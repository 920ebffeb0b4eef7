import type { JsonValue } from '@backstage/types';
import type { Knex } from 'knex';
import { query } from '../query';

export interface EventRow {
  event_id: string;
  source: string;
  delivery_id: string;
  type: string;
  occurred_at: Date;
  received_at: Date;
  origin: string;
  payload: JsonValue;
}

/** Raw events that speak about a deployment, change or incident, oldest first. */
export async function selectEventsOf(
  knex: Knex,
  factId: string,
  limit: number,
): Promise<EventRow[]> {
  return query<EventRow>(
    knex,
    `WITH said AS (
       SELECT DISTINCT event_id, occurred_at FROM observation
       WHERE fact_id = ? ORDER BY occurred_at LIMIT ?
     )
     SELECT r.* FROM said JOIN raw_event AS r
       ON r.event_id = said.event_id AND r.occurred_at = said.occurred_at
     ORDER BY r.occurred_at, r.event_id`,
    [factId, limit],
  );
}

export async function selectEvent(
  knex: Knex,
  id: string,
): Promise<EventRow | undefined> {
  const [row] = await query<EventRow>(
    knex,
    'SELECT * FROM raw_event WHERE event_id = ?',
    [id],
  );
  return row;
}
