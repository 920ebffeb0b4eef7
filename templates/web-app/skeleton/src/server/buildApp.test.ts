import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '../contract/problem.ts';
import { Readiness } from './Readiness.ts';
import { MemoryTaskStore } from './testing/MemoryTaskStore.ts';
import { testApp } from './testing/testApp.ts';

describe('health', () => {
  it('lives from the start, and is ready only in between', async () => {
    const { app, readiness } = await testApp();
    const status = async (url: string) => (await app.inject(url)).statusCode;
    expect(await status('/healthz')).toBe(200);
    expect(await status('/readyz')).toBe(503);
    readiness.markReady();
    expect(await status('/readyz')).toBe(200);
    readiness.markStopping();
    expect(await status('/readyz')).toBe(503);
    expect(await status('/healthz')).toBe(200);
    readiness.markReady();
    expect(await status('/readyz')).toBe(503);
  });

  it('is not ready while the database does not answer', async () => {
    const readiness = new Readiness();
    readiness.markReady();
    const lines: string[] = [];
    const { app } = await testApp({
      health: {
        readiness,
        pingDatabase: () => Promise.reject(new Error('no route to host')),
      },
      logging: { level: 'info', stream: { write: line => lines.push(line) } },
    });
    const answer = await app.inject('/readyz');
    expect(answer.statusCode).toBe(503);
    expect(answer.json()).toEqual({ status: 'database unavailable' });
    expect((await app.inject('/healthz')).statusCode).toBe(200);
    // The reason, and nothing of the probes themselves.
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('no route to host');
  });
});

describe('errors', () => {
  it('says where there is nothing', async () => {
    const { app } = await testApp();
    const answer = await app.inject('/api/nothing?secret=1');
    expect(answer.statusCode).toBe(404);
    expect(answer.json<Problem>().detail).toBe(
      'There is nothing at GET /api/nothing.',
    );
  });

  it('tells the log, and not the caller, what went wrong inside', async () => {
    const lines: string[] = [];
    const tasks = new MemoryTaskStore();
    tasks.list = () => Promise.reject(new Error('password authentication'));
    const { app } = await testApp({
      tasks,
      logging: { level: 'error', stream: { write: line => lines.push(line) } },
    });
    const answer = await app.inject('/api/tasks');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('password');
    expect(answer.headers['content-type']).toMatch(
      /^application\/problem\+json/,
    );
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'error',
      message: 'request failed',
      err: { message: 'password authentication' },
    });
  });

  it('refuses a body that is too large', async () => {
    const { app } = await testApp();
    const answer = await app.inject({
      method: 'POST',
      url: '/api/tasks',
      payload: { title: 'x'.repeat(70_000) },
    });
    expect(answer.statusCode).toBe(413);
    expect(answer.json<Problem>().title).toBe('Payload Too Large');
  });
});

describe('metrics', () => {
  it('count requests by route and status, and leave probes out', async () => {
    const { app, metrics } = await testApp();
    await app.inject('/healthz');
    await app.inject('/api/tasks');
    await app.inject('/api/tasks?limit=0');
    await app.inject('/.env');
    const text = await metrics.registry.metrics();
    const count = 'http_request_duration_seconds_count';
    expect(text).toContain(
      `${count}{method="GET",route="/api/tasks",status_code="200"} 1`,
    );
    expect(text).toContain(
      `${count}{method="GET",route="/api/tasks",status_code="400"} 1`,
    );
    expect(text).toContain(
      `${count}{method="GET",route="none",status_code="404"} 1`,
    );
    expect(text).not.toContain('healthz');
  });
});

describe('the page', () => {
  let webRoot: string;

  beforeAll(async () => {
    webRoot = await mkdtemp(path.join(tmpdir(), 'web-'));
    await mkdir(path.join(webRoot, 'assets'));
    await writeFile(path.join(webRoot, 'index.html'), '<h1>Hello</h1>');
    await writeFile(path.join(webRoot, 'assets', 'page-1a2b.js'), '');
  });
  afterAll(() => rm(webRoot, { recursive: true }));

  it('is served with strict headers; only what carries a hash is kept', async () => {
    const { app } = await testApp({ webRoot });
    const page = await app.inject('/');
    expect(page.body).toBe('<h1>Hello</h1>');
    expect(page.headers).toMatchObject({
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
    });
    const policy = String(page.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');

    const asset = await app.inject('/assets/page-1a2b.js');
    expect(asset.headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
  });
});
