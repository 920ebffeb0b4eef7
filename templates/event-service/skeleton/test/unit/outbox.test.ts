import { propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../src/database/database.ts';
import { readCloudEvent } from '../../src/events/cloud-event.ts';
import { createMetrics } from '../../src/observability/metrics.ts';
import { placeOrder } from '../../src/orders/place-order.ts';
import { enqueue, LARGEST_EVENT_BYTES } from '../../src/outbox/enqueue.ts';
import { forgetSent, outboxState } from '../../src/outbox/outbox-store.ts';
import { relayOnce } from '../../src/outbox/relay.ts';
import { clear, migratedDatabase } from '../support/database.ts';
import { InMemoryBroker } from '../support/in-memory-broker.ts';

let database: Database;
let broker: InMemoryBroker;
const relay = (): Promise<boolean> =>
  relayOnce({ database, broker, metrics: createMetrics() });
const order = { customerId: 'ada', amountCents: 1250 };

beforeAll(async () => {
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  database = await migratedDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await clear(database);
  broker = new InMemoryBroker();
});

describe('the outbox', () => {
  it('gets the event with the row that it tells of', async () => {
    const orderId = await placeOrder(database, 'orders', order);
    await relay();
    const [message] = broker.published;
    expect(message).toMatchObject({ topic: 'orders', key: 'ada' });
    const event = readCloudEvent(message?.body ?? Buffer.alloc(0));
    expect(event).toMatchObject({
      id: message?.id,
      type: 'order.placed.v1',
      data: { orderId, ...order },
    });
  });

  it('gets nothing when the change is taken back', async () => {
    const event = { topic: 'orders', type: 't', key: 'ada', data: {} };
    const work = database.transaction(async tx => {
      await enqueue(tx, event);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await outboxState(database)).toMatchObject({ unsent: 0 });
  });

  it('refuses an event that a broker would not take', async () => {
    const data = 'x'.repeat(LARGEST_EVENT_BYTES);
    await expect(
      enqueue(database, { topic: 'orders', type: 't', key: 'ada', data }),
    ).rejects.toThrow(`may have ${LARGEST_EVENT_BYTES}`);
  });
});

describe('the relay', () => {
  it('publishes in order, each event once', async () => {
    for (let number = 0; number < 130; number += 1) {
      await enqueue(database, {
        topic: 'orders',
        type: 't',
        key: 'ada',
        data: number,
      });
    }
    expect(await relay()).toBe(true);
    expect(await relay()).toBe(false);
    expect(await relay()).toBe(false);
    const sent = broker.published.map(({ body }) => readCloudEvent(body).data);
    expect(sent).toEqual(Array.from({ length: 130 }, (_, number) => number));
  });

  it('keeps what the broker did not take, and sends it when it can', async () => {
    await placeOrder(database, 'orders', order);
    broker.outage = new Error('away');
    await expect(relay()).rejects.toThrow('away');
    const state = await outboxState(database);
    expect(state.unsent).toBe(1);
    expect(state.ageSeconds).toBeGreaterThan(0);
    broker.outage = undefined;
    await relay();
    expect(broker.published).toHaveLength(1);
    expect(await outboxState(database)).toEqual({ unsent: 0, ageSeconds: 0 });
  });

  it('sends again, under the same id, what it could not mark as sent', async () => {
    await placeOrder(database, 'orders', order);
    const dies: Database = {
      ...database,
      transaction: work =>
        database.transaction(tx =>
          work({
            query: (text, values) =>
              text.startsWith('UPDATE outbox')
                ? Promise.reject(new Error('killed'))
                : tx.query(text, values),
          }),
        ),
    };
    const metrics = createMetrics();
    await expect(
      relayOnce({ database: dies, broker, metrics }),
    ).rejects.toThrow('killed');
    await relay();
    const ids = broker.published.map(({ id }) => id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  it('hands on the trace of the request that caused the event', async () => {
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
    await enqueue(database, {
      topic: 'orders',
      type: 't',
      key: 'ada',
      data: {},
    });
    await database.query('UPDATE outbox SET trace = $1', [
      JSON.stringify({ traceparent }),
    ]);
    await relay();
    const headers = broker.published[0]?.headers ?? {};
    const received = propagation.extract(ROOT_CONTEXT, headers);
    expect(trace.getSpanContext(received)?.traceId).toBe(traceId);
  });
});

it('forgets what was sent long ago, and nothing else', async () => {
  await placeOrder(database, 'orders', order);
  await placeOrder(database, 'orders', order);
  await database.query(
    `UPDATE outbox SET sent_at = now() - interval '15 days'
     WHERE position = (SELECT min(position) FROM outbox)`,
  );
  const what = { olderThanDays: 14, limit: 10 };
  expect(await forgetSent(database, what)).toBe(1);
  expect(await forgetSent(database, what)).toBe(0);
  expect(await outboxState(database)).toMatchObject({ unsent: 1 });
});
