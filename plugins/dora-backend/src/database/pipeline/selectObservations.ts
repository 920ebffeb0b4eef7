import type { JsonObject } from '@backstage/types';
import type { Observation } from '@waymark/plugin-dora-node';
import type { Knex } from 'knex';
import type { FactKind } from '../../domain/ids';
import { query } from '../query';

/** One thing that an event said, with where it came from. */
export interface StoredObservation {
  factId: string;
  kind: FactKind;
  source: string;
  deliveryId: string;
  origin: string;
  observation: Observation;
}

const TIMES = new Set([
  'at',
  'startedAt',
  'finishedAt',
  'firstCommitAt',
  'openedAt',
  'firstReviewAt',
  'approvedAt',
  'mergedAt',
  'impactStartAt',
  'mitigatedAt',
]);

/** What was said, as it was said: JSON knows neither times nor what was left out. */
function revive(data: JsonObject): Observation {
  const entries = Object.entries(data)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => [
      key,
      TIMES.has(key) && typeof value === 'string' ? new Date(value) : value,
    ]);
  return Object.fromEntries(entries) as Observation;
}

interface Row {
  fact_id: string;
  kind: FactKind;
  source: string;
  delivery_id: string;
  origin: string;
  data: JsonObject;
}

/** Everything that was ever said about some facts. */
export async function selectObservations(
  knex: Knex,
  factIds: readonly string[],
): Promise<StoredObservation[]> {
  const rows = await query<Row>(
    knex,
    `SELECT fact_id, kind, source, delivery_id, origin, data FROM observation
     WHERE fact_id = ANY(?::uuid[])
     ORDER BY fact_id, at, delivery_id, ordinal`,
    [factIds],
  );
  return rows.map(row => ({
    factId: row.fact_id,
    kind: row.kind,
    source: row.source,
    deliveryId: row.delivery_id,
    origin: row.origin,
    observation: revive(row.data),
  }));
}
