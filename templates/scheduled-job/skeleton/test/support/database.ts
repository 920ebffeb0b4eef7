import { randomBytes } from 'node:crypto';
import { after, before } from 'node:test';
import { Client } from 'pg';

/**
 * The address of an empty database for the tests of a file, on the server of TEST_DATABASE_URL. It is
 * there from the first test to the last.
 */
export function freshDatabase(): string {
  const server = process.env['TEST_DATABASE_URL'];
  if (!server) {
    throw new Error(
      'TEST_DATABASE_URL is not set: docker compose up --detach --wait, then cp .env.example .env',
    );
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  before(() => query(server, `CREATE DATABASE ${name}`));
  after(() => query(server, `DROP DATABASE ${name} WITH (FORCE)`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function query(
  url: string,
  ...statements: string[]
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Record<string, unknown>[] = [];
    for (const statement of statements) {
      ({ rows } = await client.query<Record<string, unknown>>(statement));
    }
    return rows;
  } finally {
    await client.end();
  }
}

/** Keeps everybody else out of a table until it is called back. */
export async function lockTable(
  url: string,
  table: string,
): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`BEGIN; LOCK TABLE ${table} IN ACCESS EXCLUSIVE MODE`);
  return () => client.end();
}
