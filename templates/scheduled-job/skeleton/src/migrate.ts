import { readdir, readFile } from 'node:fs/promises';
import type { Pool } from 'pg';

const MIGRATIONS = new URL('./migrations/', import.meta.url);

/**
 * Applies each file of `migrations/` once, in the order of the names, each in a transaction of its
 * own. The caller holds the lock of the run, so no two do it at the same time.
 */
export async function migrate(pool: Pool): Promise<string[]> {
  await pool.query(
    `CREATE TABLE IF NOT EXISTS schema_migration (
       name text PRIMARY KEY,
       applied_at timestamptz NOT NULL DEFAULT now()
     )`,
  );
  const { rows } = await pool.query<{ name: string }>(
    'SELECT name FROM schema_migration',
  );
  const applied = new Set(rows.map(row => row.name));
  const files = await readdir(MIGRATIONS);
  const pending = files
    .filter(name => name.endsWith('.sql') && !applied.has(name))
    .sort();
  for (const name of pending) await apply(pool, name);
  return pending;
}

async function apply(pool: Pool, name: string): Promise<void> {
  const statements = await readFile(new URL(name, MIGRATIONS), 'utf8');
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(statements);
    await client.query('INSERT INTO schema_migration (name) VALUES ($1)', [
      name,
    ]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw new Error(`migration ${name} failed`, { cause: error });
  } finally {
    client.release();
  }
}
