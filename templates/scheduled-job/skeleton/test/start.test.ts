import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { SERVICE } from '../src/service.ts';
import { freshDatabase } from './support/database.ts';
import { metricsDirectory, startJob } from './support/job.ts';

const url = freshDatabase();

/** Answers every request with `status`, and remembers the first one. */
async function startServer(status: number) {
  const server = createServer();
  const received = once(server, 'request').then(async ([request, response]) => {
    const { method, url: path } = request as { method: string; url: string };
    const body = await text(request as AsyncIterable<Uint8Array>);
    (response as import('node:http').ServerResponse)
      .writeHead(status)
      .end('no');
    return { method, path, body };
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    received,
    stop: () => server.close(),
  };
}

test('names every setting that is unusable', async () => {
  const { code, output } = await startJob({
    DATABASE_URL: 'mysql://elsewhere',
    BATCH_SIZE: 'many',
  }).ended;

  assert.equal(code, 78);
  assert.match(output, /DATABASE_URL: must be like postgresql:/);
  assert.match(output, /BATCH_SIZE: /);
});

test('does not know an option that there is not', async () => {
  const { code, output } = await startJob({}, ['--fast']).ended;

  assert.equal(code, 64);
  assert.match(output, /--fast/);
});

test('explains itself', async () => {
  const { code, output } = await startJob({}, ['--help']).ended;

  assert.equal(code, 0);
  assert.match(output, /75 overlap/);
});

test('says that the database is away', async () => {
  const { code, log } = await startJob({
    DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
    METRICS_DIRECTORY: await metricsDirectory(),
  }).ended;

  assert.equal(code, 69);
  assert.match(JSON.stringify(log), /ECONNREFUSED/);
});

test('pushes its metrics where there is a Pushgateway', async () => {
  const gateway = await startServer(200);

  const { code } = await startJob({
    DATABASE_URL: url,
    PUSHGATEWAY_URL: gateway.address,
  }).ended;
  const { method, path, body } = await gateway.received;
  gateway.stop();

  assert.equal(code, 0);
  assert.equal(`${method} ${path}`, `POST /metrics/job/${SERVICE}`);
  assert.match(body, /^job_exit_code\{.*\} 0$/m);
  assert.match(body, /^job_last_success_timestamp_seconds/m);
});

test('a Pushgateway that refuses does not make good work bad', async () => {
  const gateway = await startServer(503);

  const { code, log } = await startJob({
    DATABASE_URL: url,
    PUSHGATEWAY_URL: gateway.address,
  }).ended;
  gateway.stop();

  assert.equal(code, 0);
  const warning = log.find(line => line.level === 'warn');
  assert.match(JSON.stringify(warning), /answered 503: no/);
});

test('sends its trace where there is a collector', async () => {
  const collector = await startServer(200);

  const { code, log } = await startJob({
    DATABASE_URL: url,
    METRICS_DIRECTORY: await metricsDirectory(),
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.address,
  }).ended;
  const { method, path } = await collector.received;
  collector.stop();

  assert.equal(code, 0);
  assert.equal(`${method} ${path}`, 'POST /v1/traces');
  assert.ok(log.every(line => /^[0-9a-f]{32}$/.test(line.trace_id ?? '')));
});
