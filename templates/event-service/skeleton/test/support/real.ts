import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A Postgres to test against; CI has it under the first name. */
export const databaseUrl =
  process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
export const brokerUrl = process.env.BROKER_URL;

export interface Schema {
  /** A database address whose tables are in a schema that nobody else uses. */
  readonly url: string;
  readonly drop: () => Promise<void>;
}

export async function createSchema(of: string): Promise<Schema> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const admin = new pg.Pool({ connectionString: of, max: 1 });
  await admin.query(`CREATE SCHEMA ${name}`);
  const url = new URL(of);
  url.searchParams.set('options', `-c search_path=${name}`);
  return {
    url: url.href,
    drop: async () => {
      await admin.query(`DROP SCHEMA ${name} CASCADE`);
      await admin.end();
    },
  };
}
