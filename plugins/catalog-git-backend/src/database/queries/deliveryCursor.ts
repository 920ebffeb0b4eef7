import { Knex } from 'knex';

/** How far the catalog has acknowledged the changes of a provider. */
export async function deliveryCursor(
  knex: Knex,
  provider: string,
): Promise<number> {
  const row = await knex<{ provider: string; cursor: string }>('delivery')
    .where({ provider })
    .first('cursor');
  return Number(row?.cursor ?? 0);
}
