import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { before, beforeEach, test } from 'node:test';
import { SERVICE } from '../src/service.ts';
import { freshDatabase, lockTable, query } from './support/database.ts';
import { metricsDirectory, startJob } from './support/job.ts';

const url = freshDatabase();
let metrics: string;

function environment(more: Record<string, string> = {}) {
  return { DATABASE_URL: url, METRICS_DIRECTORY: metrics, ...more };
}

function metricsFile(suffix = ''): Promise<string> {
  return readFile(path.join(metrics, `${SERVICE}${suffix}.prom`), 'utf8');
}

async function addRecords(count: number, expires: string): Promise<void> {
  await query(
    url,
    `INSERT INTO record (content, expires_at)
     SELECT '{}', now() + interval '${expires}' FROM generate_series(1, ${count})`,
  );
}

async function records(): Promise<number> {
  const [row] = await query(url, 'SELECT count(*)::int AS count FROM record');
  return Number(row?.['count']);
}

before(async () => {
  metrics = await metricsDirectory();
  const { code } = await startJob(environment()).ended;
  assert.equal(code, 0, 'a run on an empty database makes its schema');
});

beforeEach(async () => {
  metrics = await metricsDirectory();
  await query(url, 'TRUNCATE record');
});

test('removes what has expired, in batches, and nothing else', async () => {
  await addRecords(25, '-1 minute');
  await addRecords(3, '1 hour');

  const { code, log } = await startJob(environment({ BATCH_SIZE: '10' })).ended;

  assert.equal(code, 0);
  assert.equal(await records(), 3);
  const end = log.find(line => line.msg === 'run ended');
  assert.ok(end);
  assert.equal(end['items'], 25);
  assert.match(end.trace_id ?? '', /^[0-9a-f]{32}$/);
  assert.match(await metricsFile(), /^job_items_processed\{.*\} 25$/m);
  assert.match(await metricsFile(), /^job_exit_code\{.*\} 0$/m);
  assert.match(
    await metricsFile('-success'),
    /^job_last_success_timestamp_seconds\{service=".*"\} \d+/m,
  );
});

test('a second run on the same data does nothing, and that is well', async () => {
  await addRecords(1, '-1 minute');
  await startJob(environment()).ended;

  const { code, log } = await startJob(environment()).ended;

  assert.equal(code, 0);
  assert.equal(log.find(line => line.msg === 'run ended')?.['items'], 0);
});

test('a dry run counts, keeps everything, and counts as no success', async () => {
  await addRecords(7, '-1 minute');

  const { code, log } = await startJob(environment(), ['--dry-run']).ended;

  assert.equal(code, 0);
  assert.equal(await records(), 7);
  assert.equal(log.find(line => 'due' in line)?.['due'], 7);
  await assert.rejects(metricsFile('-success'), { code: 'ENOENT' });
});

test('a second run is refused while one is going on', async () => {
  const unlock = await lockTable(url, 'record');
  const first = startJob(environment());
  await first.logged('run started');
  // The first one has the lock as soon as its work waits for the table.
  let waiting = 0;
  while (waiting === 0) {
    const [row] = await query(
      url,
      `SELECT count(*)::int AS count FROM pg_locks
       WHERE relation = 'record'::regclass AND NOT granted`,
    );
    waiting = Number(row?.['count']);
  }

  const second = await startJob(environment()).ended;
  await unlock();

  assert.equal(second.code, 75);
  assert.ok(second.log.some(line => line['ending'] === 'overlap'));
  assert.equal((await first.ended).code, 0);
  assert.match(await metricsFile(), /^job_exit_code\{.*\} 0$/m);
});

test('a run ends at its deadline, also when a statement hangs', async () => {
  const unlock = await lockTable(url, 'record');

  const { code, log } = await startJob(environment({ DEADLINE_SECONDS: '1' }))
    .ended;
  await unlock();

  assert.equal(code, 124);
  assert.equal(log.find(line => line.msg === 'run failed')?.level, 'error');
  assert.match(await metricsFile(), /^job_exit_code\{.*\} 124$/m);
  await assert.rejects(metricsFile('-success'), { code: 'ENOENT' });
});

test('a run that is told to stop does so within ten seconds', async () => {
  const unlock = await lockTable(url, 'record');
  const job = startJob(environment());
  await job.logged('run started');
  const toldAt = Date.now();
  job.kill('SIGTERM');

  const { code } = await job.ended;
  await unlock();

  assert.equal(code, 143);
  assert.ok(Date.now() - toldAt < 10_000);
});

test('a failure is in the exit code, the log and the metrics', async () => {
  await addRecords(1, '-1 minute');
  await query(
    url,
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql
       AS $$ BEGIN RAISE 'no room left'; END $$`,
    'CREATE TRIGGER refuse BEFORE DELETE ON record FOR EACH ROW EXECUTE FUNCTION refuse()',
  );

  const { code, log } = await startJob(environment()).ended;
  await query(url, 'DROP TRIGGER refuse ON record');

  assert.equal(code, 1);
  const failure = log.find(line => line.msg === 'run failed');
  assert.match(JSON.stringify(failure), /no room left/);
  assert.match(await metricsFile(), /^job_exit_code\{.*\} 1$/m);
});
