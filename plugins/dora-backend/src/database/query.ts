import type { Knex } from 'knex';

/** Rows of a statement; `?` are its bindings. */
export async function query<Row>(
  knex: Knex,
  statement: string,
  bindings: readonly (
    | string
    | number
    | boolean
    | null
    | Date
    | readonly unknown[]
  )[] = [],
): Promise<Row[]> {
  const { rows } = await knex.raw<{ rows: Row[] }>(
    statement,
    bindings as Knex.RawBinding[],
  );
  return rows;
}

/** How many rows a statement wrote. */
export async function execute(
  knex: Knex,
  statement: string,
  bindings: Parameters<typeof query>[2] = [],
): Promise<number> {
  const { rowCount } = await knex.raw<{ rowCount: number | null }>(
    statement,
    bindings as Knex.RawBinding[],
  );
  return rowCount ?? 0;
}
