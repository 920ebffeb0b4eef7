import type { Observation } from '@waymark/plugin-dora-node';
import type { Knex } from 'knex';
import { factIdOf } from '../../domain/ids';
import { repositoryKey } from '../../domain/repositoryKey';
import type { StoredEvent } from '../../domain/events';
import { storableJson } from '../../domain/storableText';
import { execute } from '../query';

/** What an event says. */
export interface ObservedEvent {
  event: StoredEvent;
  observations: readonly Observation[];
}

/**
 * Writes what events say, and marks what they speak about. Changes are folded
 * in the lane of their repository, so that two sources of one merge do not miss
 * each other.
 */
export async function writeObservations(
  tx: Knex.Transaction,
  observed: readonly ObservedEvent[],
  generation: number,
): Promise<void> {
  const rows = observed.flatMap(({ event, observations }) =>
    observations.map((observation, ordinal) => {
      const { kind, key, at } = observation;
      const factId = factIdOf(kind, event.source, key);
      return {
        fact_id: factId,
        event_id: event.eventId,
        ordinal,
        kind,
        source: event.source,
        delivery_id: event.deliveryId,
        origin: event.origin,
        at,
        occurred_at: event.occurredAt,
        data: observation,
        lane_key:
          kind === 'change' ? repositoryKey(observation.repository) : factId,
      };
    }),
  );
  if (rows.length === 0) {
    return;
  }
  await execute(
    tx,
    `WITH said AS (
       SELECT * FROM json_to_recordset(?::json) AS s(
         fact_id uuid, event_id uuid, ordinal smallint, kind text, source text, delivery_id text,
         origin text, at timestamptz, occurred_at timestamptz, data json, lane_key text)
     ), written AS (
       INSERT INTO observation (fact_id, event_id, ordinal, kind, source, delivery_id, origin, at,
                                occurred_at, generation, data)
       SELECT fact_id, event_id, ordinal, kind, source, delivery_id, origin, at, occurred_at, ?, data
       FROM said ORDER BY fact_id, event_id, ordinal
       ON CONFLICT (fact_id, event_id, ordinal) DO UPDATE SET
         at = excluded.at, generation = excluded.generation, data = excluded.data
     )
     INSERT INTO dirty_fact (lane, fact_id, kind)
     SELECT DISTINCT lane_of(lane_key), fact_id, kind FROM said`,
    [storableJson(rows), generation],
  );
}
