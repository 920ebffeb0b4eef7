import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testDatabase, testDatabaseUrl } from '../testing/testDatabase.ts';
import { migrate } from './migrate.ts';

describe.skipIf(!testDatabaseUrl)('migrate', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;
  let folder: string;

  beforeEach(async () => {
    database = await testDatabase();
    folder = await mkdtemp(path.join(tmpdir(), 'migrations-'));
  });
  afterEach(async () => {
    await database.drop();
    await rm(folder, { recursive: true });
  });

  const write = (name: string, sql: string) =>
    writeFile(path.join(folder, name), sql);

  it('applies files in order, each once', async () => {
    await write('0002_fill.sql', 'INSERT INTO shelf VALUES (1)');
    await write('0001_make.sql', 'CREATE TABLE shelf (n int)');
    await write('README.md', 'no SQL');
    expect(await migrate(database.pool, folder)).toEqual([
      '0001_make.sql',
      '0002_fill.sql',
    ]);
    expect(await migrate(database.pool, folder)).toEqual([]);
    const { rowCount } = await database.pool.query('SELECT * FROM shelf');
    expect(rowCount).toBe(1);
  });

  it('lets one of several replicas that start together do it', async () => {
    await write('0001_make.sql', 'CREATE TABLE shelf (n int)');
    const applied = await Promise.all(
      Array.from({ length: 4 }, () => migrate(database.pool, folder)),
    );
    expect(applied.flat()).toEqual(['0001_make.sql']);
  });

  it('undoes a file that fails, names it, and can be run again', async () => {
    const wrong = 'CREATE TABLE shelf (n int); SELECT 1/0';
    await write('0001_make.sql', wrong);
    await expect(migrate(database.pool, folder)).rejects.toThrow(
      'Migration 0001_make.sql: division by zero.',
    );
    await write('0001_make.sql', 'CREATE TABLE shelf (n int)');
    expect(await migrate(database.pool, folder)).toEqual(['0001_make.sql']);
  });

  it('refuses a file that was changed after it was applied', async () => {
    await write('0001_make.sql', 'CREATE TABLE shelf (n int)');
    await migrate(database.pool, folder);
    await write('0001_make.sql', 'CREATE TABLE shelf (n bigint)');
    await expect(migrate(database.pool, folder)).rejects.toThrow(
      /0001_make.sql: it was applied before with another content. Restore/,
    );
  });
});
