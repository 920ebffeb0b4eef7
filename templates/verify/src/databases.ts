import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

export async function query(
  url: string,
  statement: string,
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

/** An empty database on that server. The server is thrown away afterwards, and this with it. */
export async function createDatabase(server: string): Promise<string> {
  const name = `verify_${randomBytes(6).toString('hex')}`;
  await query(server, `CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs a statement in a transaction that stays open until it is called back. */
export async function hold(
  url: string,
  statement: string,
): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`BEGIN; ${statement}`);
  return () => client.end();
}
