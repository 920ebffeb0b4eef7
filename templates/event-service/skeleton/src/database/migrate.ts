import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import type { Database } from './database.ts';

const FOLDER = new URL('./migrations/', import.meta.url);

export class ChangedMigration extends Error {
  override readonly name = 'ChangedMigration';
}

/**
 * Brings the schema up to date, all or nothing. Replicas that start together take
 * turns by the advisory lock, and all but the first find nothing left to do.
 * Resolves to the names of the files that it applied.
 */
export async function migrate(
  database: Database,
  folder: URL = FOLDER,
): Promise<string[]> {
  const files = await readMigrations(folder);
  return database.transaction(async tx => {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('migrations'))`);
    await tx.query(`
      CREATE TABLE IF NOT EXISTS migrations (
        name text PRIMARY KEY,
        sha256 text NOT NULL,
        applied_at timestamptz NOT NULL DEFAULT now()
      )`);
    const known = new Map(
      (
        await tx.query<{ name: string; sha256: string }>(
          'SELECT name, sha256 FROM migrations',
        )
      ).map(({ name, sha256 }) => [name, sha256]),
    );
    const applied: string[] = [];
    for (const { name, sql, sha256 } of files) {
      const before = known.get(name);
      if (before === sha256) continue;
      if (before) {
        throw new ChangedMigration(
          `Migration ${name} is not what it was when it was applied. Restore it, and put the change into a new file.`,
        );
      }
      await tx.query(sql);
      await tx.query('INSERT INTO migrations (name, sha256) VALUES ($1, $2)', [
        name,
        sha256,
      ]);
      applied.push(name);
    }
    return applied;
  });
}

async function readMigrations(
  folder: URL,
): Promise<{ name: string; sql: string; sha256: string }[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql'));
  return Promise.all(
    names.sort().map(async name => {
      const sql = await readFile(new URL(name, folder), 'utf8');
      const sha256 = createHash('sha256').update(sql).digest('hex');
      return { name, sql, sha256 };
    }),
  );
}
