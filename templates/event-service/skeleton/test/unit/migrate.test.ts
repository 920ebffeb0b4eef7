import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { ChangedMigration, migrate } from '../../src/database/migrate.ts';
import { emptyDatabase } from '../support/database.ts';

let database: Database;
let folder: string;
const apply = (): Promise<string[]> =>
  migrate(database, pathToFileURL(`${folder}/`));
const write = (name: string, sql: string): Promise<void> =>
  writeFile(path.join(folder, name), sql);

beforeAll(async () => {
  database = await emptyDatabase();
});
afterAll(() => database.close());

beforeEach(async () => {
  await database.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
  await write(
    '0001_a.sql',
    'CREATE TABLE a (id int); CREATE TABLE b (id int);',
  );
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

it('applies each file once, in order', async () => {
  expect(await apply()).toEqual(['0001_a.sql']);
  await write('0002_c.sql', 'ALTER TABLE a ADD COLUMN name text;');
  expect(await apply()).toEqual(['0002_c.sql']);
  expect(await apply()).toEqual([]);
});

it('applies nothing if one file fails', async () => {
  await write('0002_c.sql', 'ALTER TABLE nowhere ADD COLUMN name text;');
  await expect(apply()).rejects.toThrow('nowhere');
  const [row] = await database.query<{ name: string | null }>(
    `SELECT to_regclass('a')::text AS name`,
  );
  expect(row?.name).toBeNull();
});

it('refuses a file that was changed after it was applied', async () => {
  await apply();
  await write('0001_a.sql', 'CREATE TABLE a (id bigint);');
  await expect(apply()).rejects.toThrow(ChangedMigration);
  await expect(apply()).rejects.toThrow('0001_a.sql');
});
