import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { Database, Queryable } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';

/** Postgres inside this process: the same SQL, without a server. It has one connection. */
export async function emptyDatabase(): Promise<Database> {
  const engine = new PGlite();
  await engine.waitReady;
  return {
    query: (text, values) => run(engine, text, values),
    transaction: work =>
      engine.transaction(tx =>
        work({ query: (text, values) => run(tx, text, values) }),
      ),
    close: () => engine.close(),
  };
}

export async function migratedDatabase(): Promise<Database> {
  const database = await emptyDatabase();
  await migrate(database);
  return database;
}

export async function clear(database: Queryable): Promise<void> {
  await database.query('TRUNCATE outbox, inbox, orders, customer_totals');
}

async function run<Row extends object>(
  on: PGlite | Transaction,
  text: string,
  values?: readonly unknown[],
): Promise<Row[]> {
  if (values) return (await on.query<Row>(text, [...values])).rows;
  // Without values, a text may have several statements; the rows are those of the last.
  const results = await on.exec(text);
  return (results.at(-1)?.rows ?? []) as Row[];
}
