import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';

const place = mkdtempSync(path.join(tmpdir(), 'waymark-postgres-'));
chmodSync(place, 0o755);
process.env.WAYMARK_DATA = place;
const { commandOf } = await import('../lib/lock.mjs');
const { inHome } = await import('../lib/paths.mjs');
const { startPostgres } = await import('../lib/postgres.mjs');
const { Client } = createRequire(inHome('packages/backend/package.json'))('pg');

after(() => rmSync(place, { recursive: true, force: true }));

const options = {
  folder: path.join(place, 'postgres'),
  log: path.join(place, 'postgres.log'),
  password: 'p w"$',
};

async function ask(connection, sql) {
  const client = new Client({ ...connection, database: 'postgres' });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test('the server keeps its data from one start to the next', async () => {
  const first = await startPostgres(options);
  const [{ version }] = await ask(first.connection, 'select version()');
  assert.match(version, /^PostgreSQL 18/);
  await ask(first.connection, 'create table kept as select 42 as n');
  await first.stop();
  const second = await startPostgres(options);
  assert.deepEqual(await ask(second.connection, 'select n from kept'), [
    { n: 42 },
  ]);
  await second.stop();
});

test('a server that outlived its keeper is replaced, and nothing is lost', async () => {
  const first = await startPostgres(options);
  const [{ pid }] = await ask(
    first.connection,
    `select pg_backend_pid() as pid`,
  );
  await ask(first.connection, 'create table survived as select 1 as n');
  process.kill(first.keeperPid, 'SIGKILL');
  const second = await startPostgres(options);
  assert.equal(commandOf(pid), '');
  assert.deepEqual(await ask(second.connection, 'select n from survived'), [
    { n: 1 },
  ]);
  await second.stop();
});

test('a wrong password is refused', async () => {
  const server = await startPostgres(options);
  await assert.rejects(
    ask({ ...server.connection, password: 'wrong' }, 'select 1'),
    /password authentication failed/,
  );
  await server.stop();
});
