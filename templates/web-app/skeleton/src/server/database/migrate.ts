import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Pool, PoolClient } from 'pg';
import { reasonOf } from '../reasonOf.ts';

export const migrationsFolder = fileURLToPath(
  new URL('migrations', import.meta.url),
);

/** Any number will do, as long as every replica asks for the same one. */
const MIGRATION_LOCK = 4_827_113;

interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

/** The files of the folder that end in `.sql`, in the order of their names. */
async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql'));
  return Promise.all(
    names.sort().map(async name => {
      const sql = await readFile(path.join(folder, name), 'utf8');
      const checksum = createHash('sha256').update(sql).digest('hex');
      return { name, sql, checksum };
    }),
  );
}

async function applyOnce(
  client: PoolClient,
  { name, sql, checksum }: Migration,
) {
  await client.query('SET LOCAL statement_timeout = 0');
  await client.query('SELECT pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
  await client.query(`
    CREATE TABLE IF NOT EXISTS schema_migration (
      name text PRIMARY KEY,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`);
  const { rows } = await client.query<{ checksum: string }>(
    'SELECT checksum FROM schema_migration WHERE name = $1',
    [name],
  );
  const before = rows[0];
  if (before && before.checksum !== checksum) {
    throw new Error(
      'it was applied before with another content. Restore the file and put the change into a new one',
    );
  }
  if (!before) {
    await client.query(sql);
    await client.query(
      'INSERT INTO schema_migration (name, checksum) VALUES ($1, $2)',
      [name, checksum],
    );
  }
  return !before;
}

/** Runs in a transaction. When that fails the connection is closed, which undoes it. */
async function inTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  let failed = true;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    failed = false;
    return result;
  } finally {
    client.release(failed);
  }
}

/**
 * Brings the database up to date, and returns the names of the migrations that this call applied.
 *
 * Each file is one transaction, and holds a lock of the whole database while it runs: of several
 * replicas that start together one applies it and the others find it done. The lock ends with the
 * transaction, so this also works through a connection pooler.
 */
export async function migrate(pool: Pool, folder: string): Promise<string[]> {
  const applied: string[] = [];
  for (const migration of await readMigrations(folder)) {
    try {
      const now = await inTransaction(pool, client =>
        applyOnce(client, migration),
      );
      if (now) applied.push(migration.name);
    } catch (error) {
      throw new Error(`Migration ${migration.name}: ${reasonOf(error)}.`, {
        cause: error,
      });
    }
  }
  return applied;
}
