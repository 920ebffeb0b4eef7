import { setTimeout as sleep } from 'node:timers/promises';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  it,
  vi,
} from 'vitest';
import type { Database } from '../../src/database/database.ts';
import type { EventHandler } from '../../src/events/handler.ts';
import { handlers } from '../../src/handlers.ts';
import type { CustomerTotals } from '../../src/orders/customer-totals.ts';
import { runService } from '../../src/service.ts';
import { clear, migratedDatabase } from '../support/database.ts';
import { InMemoryBroker } from '../support/in-memory-broker.ts';
import { silent, testConfig } from '../support/options.ts';
import { eventually } from '../support/wait.ts';

let engine: Database;
let database: Database;
let isClosed: boolean;
let broker: InMemoryBroker;
let stopping: AbortController;
let running: Promise<void>;

beforeAll(async () => {
  engine = await migratedDatabase();
});
afterAll(() => engine.close());

beforeEach(async () => {
  await clear(engine);
  // The service closes what it is given; the next test goes on with the engine.
  isClosed = false;
  database = {
    ...engine,
    close: () => {
      isClosed = true;
      return Promise.resolve();
    },
  };
  broker = new InMemoryBroker();
  stopping = new AbortController();
});
afterEach(async () => {
  stopping.abort();
  await running;
});

async function start(
  which: readonly EventHandler[] = handlers,
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  running = runService({
    config: testConfig(),
    database,
    broker,
    handlers: which,
    log: silent,
    signal: stopping.signal,
    onReady: resolve,
  });
  running.catch(reject);
  return promise;
}

const order = (url: string, body: unknown): Promise<Response> =>
  fetch(`${url}/orders`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function totals(url: string, customer: string): Promise<CustomerTotals> {
  const answer = await fetch(`${url}/customers/${customer}/totals`);
  return (await answer.json()) as CustomerTotals;
}

const metricsOf = async (url: string): Promise<string> =>
  (await fetch(`${url}/metrics`)).text();

describe('a request', () => {
  it('becomes an event, which is handled', async () => {
    const url = await start();
    const answer = await order(url, { customerId: 'ada', amountCents: 1250 });
    expect(answer.status).toBe(201);
    expect(await answer.json()).toHaveProperty('id');
    await eventually('the order is counted', async () =>
      (await totals(url, 'ada')).orders === 1 ? true : undefined,
    );
    const metrics = await metricsOf(url);
    expect(metrics).toContain(
      'messages_settled_total{type="order.placed.v1",outcome="success"} 1',
    );
    expect(metrics).toContain(
      'events_published_total{topic="orders",type="order.placed.v1"} 1',
    );
    for (const name of [
      'consumer_lag_messages',
      'outbox_oldest_age_seconds',
      'message_retries_total',
      'dead_letters_total',
    ]) {
      expect(metrics).toContain(`# TYPE ${name}`);
    }
  });

  it('is refused with the names of the fields that are wrong', async () => {
    const url = await start();
    const answer = await order(url, { customerId: '', amountCents: 1.5 });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toContain(
      'application/problem+json',
    );
    expect(await answer.json()).toMatchObject({
      status: 400,
      errors: [{ field: 'customerId' }, { field: 'amountCents' }],
    });
    expect(await database.query('SELECT 1 FROM outbox')).toEqual([]);
  });

  it.each([
    [
      'no JSON',
      '/orders',
      {
        method: 'POST',
        body: '{',
        headers: { 'content-type': 'application/json' },
      },
      400,
    ],
    [
      'another type',
      '/orders',
      { method: 'POST', body: 'x', headers: { 'content-type': 'text/csv' } },
      415,
    ],
    ['another place', '/order', {}, 404],
  ])('for %s gets a problem', async (_what, path, init, status) => {
    const url = await start();
    const answer = await fetch(`${url}${path}`, init);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status });
  });
});

describe('without the broker', () => {
  it('takes orders, stays ready, and delivers when it is back', async () => {
    broker.outage = new Error('away');
    const url = await start();
    const answer = await order(url, { customerId: 'ada', amountCents: 1 });
    expect(answer.status).toBe(201);
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(200);
    expect(await ready.json()).toMatchObject({ broker: 'down' });
    broker.outage = undefined;
    await eventually('the order is counted', async () =>
      (await totals(url, 'ada')).orders === 1 ? true : undefined,
    );
  });
});

describe('without the database', () => {
  it('is alive, and not ready', async () => {
    const url = await start();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const query = vi.spyOn(database, 'query');
    query.mockRejectedValue(new Error('away'));
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    query.mockRestore();
  });
});

describe('asked to stop', () => {
  it('ends well although the broker is away', async () => {
    await start();
    broker.outage = new Error('away');
    stopping.abort();
    await expect(running).resolves.toBeUndefined();
    expect(isClosed).toBe(true);
  });

  it('ends what it has begun, and lets go of everything', async () => {
    let state: 'idle' | 'begun' | 'ended' = 'idle';
    const url = await start([
      {
        type: 'order.placed.v1',
        handle: async () => {
          state = 'begun';
          await sleep(200);
          state = 'ended';
        },
      },
    ]);
    await order(url, { customerId: 'ada', amountCents: 1 });
    await eventually('the handling begins', () =>
      state === 'begun' ? true : undefined,
    );
    stopping.abort();
    await running;
    expect(state).toBe('ended');
    expect(broker.isClosed).toBe(true);
    expect(isClosed).toBe(true);
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });
});
