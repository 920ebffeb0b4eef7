import type { Knex } from 'knex';
import { execute, query } from '../query';

export interface Generations {
  /** Roll-ups that are read. */
  current: number;
  /** Roll-ups that a rebuild fills; else the same. */
  next: number;
}

export async function selectGenerations(knex: Knex): Promise<Generations> {
  const [row] = await query<Generations>(
    knex,
    'SELECT generation AS current, next_generation AS next FROM state',
  );
  return row;
}

export async function selectNextGeneration(knex: Knex): Promise<number> {
  return (await selectGenerations(knex)).next;
}

/** Which of these services a generation holds in full. */
export async function selectServicesOfGeneration(
  knex: Knex,
  services: readonly string[],
  generation: number,
): Promise<Set<string>> {
  const rows = await query<{ service: string }>(
    knex,
    `SELECT service FROM service_generation
     WHERE service = ANY(?::text[]) AND generation = ?`,
    [services, generation],
  );
  return new Set(rows.map(({ service }) => service));
}

export async function markGeneration(
  tx: Knex.Transaction,
  services: readonly string[],
  generation: number,
): Promise<void> {
  await execute(
    tx,
    `INSERT INTO service_generation (service, generation)
     SELECT s.service, ? FROM unnest(?::text[]) AS s(service)
     ON CONFLICT (service) DO UPDATE SET generation = excluded.generation`,
    [generation, services],
  );
}
