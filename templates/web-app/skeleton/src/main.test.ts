import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Problem } from './contract/problem.ts';
import {
  testDatabase,
  testDatabaseUrl,
} from './server/testing/testDatabase.ts';

const START_LIMIT_MS = 20_000;
const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';

async function freePort() {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The program as it runs in production, apart from the build. */
function run(env: Record<string, string>) {
  const { PATH = '' } = process.env;
  const child = spawn(process.execPath, ['src/main.ts'], {
    env: { PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(String(chunk)));
  child.stderr.on('data', (chunk: Buffer) => output.push(String(chunk)));
  const lines = () =>
    output
      .join('')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line) as Record<string, unknown>);
  // Closed, not just exited: then all that it wrote has arrived.
  const exit = once(child, 'close').then(([code]) => code as number | null);
  return { child, exit, lines };
}

async function untilReady(address: string) {
  const end = Date.now() + START_LIMIT_MS;
  while (Date.now() < end) {
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error('The application did not become ready.');
}

describe('the program', () => {
  it('ends with 1 and says what to set when it cannot start', async () => {
    const { exit, lines } = run({});
    expect(await exit).toBe(1);
    expect(lines().at(-1)).toMatchObject({
      level: 'fatal',
      message: expect.stringContaining('DATABASE_URL must be') as string,
    });
  });

  it.skipIf(!testDatabaseUrl)(
    'migrates, serves, traces, measures, and ends with 0 on SIGTERM',
    async () => {
      const database = await testDatabase();
      const [port, metricsPort] = [await freePort(), await freePort()];
      const address = `http://127.0.0.1:${port}`;
      const { child, exit, lines } = run({
        HOST: '127.0.0.1',
        PORT: String(port),
        METRICS_PORT: String(metricsPort),
        DATABASE_URL: testDatabaseUrl ?? '',
        PGOPTIONS: `-c search_path=${database.schema}`,
      });
      try {
        await untilReady(address);
        const headers = { traceparent: `00-${TRACE_ID}-00f067aa0ba902b7-01` };
        const page = await fetch(`${address}/api/tasks`, { headers });
        expect(await page.json()).toEqual({ items: [], nextCursor: null });
        const wrong = await fetch(`${address}/api/tasks?limit=0`, { headers });
        expect((await wrong.json()) as Problem).toMatchObject({
          traceId: TRACE_ID,
        });

        const metrics = await fetch(`http://127.0.0.1:${metricsPort}/metrics`);
        expect(await metrics.text()).toContain(
          'http_request_duration_seconds_count{method="GET",route="/api/tasks",status_code="200"} 1',
        );
      } finally {
        child.kill('SIGTERM');
      }
      expect(await exit).toBe(0);
      await database.drop();

      const completed = lines().filter(
        ({ message }) => message === 'request completed',
      );
      expect(completed.map(line => line.trace_id)).toEqual([
        TRACE_ID,
        TRACE_ID,
      ]);
      expect(lines().map(({ message }) => message)).toContain('migrated');
      expect(lines().at(-1)).toMatchObject({ message: 'stopped' });
    },
    START_LIMIT_MS + 10_000,
  );
});
