import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingMessage } from '../../src/broker/broker.ts';
import type { Database } from '../../src/database/database.ts';
import { readCloudEvent } from '../../src/events/cloud-event.ts';
import { type EventHandler, RejectedEvent } from '../../src/events/handler.ts';
import { handleNext, type HandlingOptions } from '../../src/inbox/handle.ts';
import { claimEvent, forgetDone } from '../../src/inbox/inbox-store.ts';
import { type Outcome, receive } from '../../src/inbox/receive.ts';
import { createMetrics } from '../../src/observability/metrics.ts';
import {
  countOrder,
  customerTotals,
} from '../../src/orders/customer-totals.ts';
import { ORDER_PLACED } from '../../src/orders/order-placed.ts';
import { clear, migratedDatabase } from '../support/database.ts';
import { orderPlacedMessage } from '../support/events.ts';
import { silent } from '../support/options.ts';

let database: Database;

beforeAll(async () => {
  database = await migratedDatabase();
});
afterAll(() => database.close());
beforeEach(() => clear(database));

const take = (message: IncomingMessage): Promise<Outcome> =>
  receive(database, message, type => type === ORDER_PLACED);

function handling(
  handle: EventHandler['handle'] = countOrder.handle,
  override: Partial<HandlingOptions> = {},
): HandlingOptions {
  return {
    database,
    handlers: new Map([[ORDER_PLACED, { type: ORDER_PLACED, handle }]]),
    system: 'memory',
    maxAttempts: 3,
    timeoutMs: 2_000,
    backoff: () => 0,
    metrics: createMetrics(),
    log: silent,
    ...override,
  };
}

async function claimedId(): Promise<string | undefined> {
  const claim = await claimEvent(database, 60_000);
  return claim && readCloudEvent(claim.body).id;
}

async function rows(): Promise<
  {
    state: string;
    attempts: number;
    reason: string | null;
    error: string | null;
  }[]
> {
  return database.query(
    'SELECT state, attempts, reason, error FROM inbox ORDER BY position',
  );
}

describe('a message', () => {
  it('is kept once, however often it comes', async () => {
    const message = orderPlacedMessage();
    expect(await take(message)).toBe('new');
    expect(await take(message)).toBe('duplicate');
    await handleNext(handling());
    expect(await take(message)).toBe('duplicate');
    expect(await handleNext(handling())).toBe(false);
    expect(await customerTotals(database, 'ada')).toEqual({
      orders: 1,
      amountCents: 1250,
    });
  });

  it('is another one if another service has given it the same id', async () => {
    expect(await take(orderPlacedMessage({ id: '1' }))).toBe('new');
    expect(await take(orderPlacedMessage({ id: '1', source: '/till' }))).toBe(
      'new',
    );
  });

  it('passes by if nothing here handles its type', async () => {
    expect(await take(orderPlacedMessage({ type: 'other.v1' }))).toBe(
      'ignored',
    );
    expect(await rows()).toEqual([]);
  });

  it('is put aside if it cannot be read, even if no text can hold it', async () => {
    const body = Buffer.from([0x00, 0xff]);
    const message = { topic: 'orders', headers: { traceparent: '\0' }, body };
    expect(await take(message)).toBe('unreadable');
    expect(await take(message)).toBe('duplicate');
    expect(await rows()).toMatchObject([
      { state: 'dead', reason: 'unreadable' },
    ]);
  });
});

describe('an event', () => {
  it('leaves nothing behind when its handler fails, and is tried again', async () => {
    await take(orderPlacedMessage());
    const failsOnce = handling(async (event, context) => {
      await countOrder.handle(event, context);
      throw new Error('away\0');
    });
    await handleNext(failsOnce);
    expect(await rows()).toMatchObject([
      { state: 'pending', attempts: 1, error: 'away' },
    ]);
    expect((await customerTotals(database, 'ada')).orders).toBe(0);
    await handleNext(handling());
    expect((await customerTotals(database, 'ada')).orders).toBe(1);
    expect(await rows()).toMatchObject([
      { state: 'done', attempts: 2, error: null },
    ]);
  });

  it('is not tried again before its time', async () => {
    await take(orderPlacedMessage());
    const fails = handling(() => Promise.reject(new Error('away')), {
      backoff: attempt => attempt * 60_000,
    });
    expect(await handleNext(fails)).toBe(true);
    expect(await handleNext(fails)).toBe(false);
  });

  it('is given up after its last attempt', async () => {
    await take(orderPlacedMessage());
    const fails = handling(() => Promise.reject(new Error('away')));
    for (let attempt = 1; attempt <= 3; attempt += 1) await handleNext(fails);
    expect(await handleNext(fails)).toBe(false);
    expect(await rows()).toEqual([
      { state: 'dead', attempts: 3, reason: 'exhausted', error: 'away' },
    ]);
    const metrics = await fails.metrics.registry.getMetricsAsJSON();
    const valueOf = (name: string): number | undefined =>
      metrics.find(metric => metric.name === name)?.values[0]?.value;
    expect(valueOf('message_retries_total')).toBe(2);
    expect(valueOf('dead_letters_total')).toBe(1);
  });

  it.each([
    [
      'its handler refuses it',
      'rejected',
      orderPlacedMessage(),
      'no such customer',
    ],
    [
      'its data have another form',
      'invalid',
      orderPlacedMessage({ data: { orderId: 7 } }),
      'orderId',
    ],
  ])('is given up at once if %s', async (_what, reason, message, why) => {
    await take(message);
    await handleNext(
      handling(async (event, context) => {
        await countOrder.handle(event, context);
        throw new RejectedEvent('no such customer');
      }),
    );
    const [row] = await rows();
    expect(row).toMatchObject({ state: 'dead', attempts: 1, reason });
    expect(row?.error).toContain(why);
  });

  it('does not wait for ever for its handler, whose late writes are lost', async () => {
    await take(orderPlacedMessage());
    let late: Promise<unknown> | undefined;
    await handleNext(
      handling(
        async (_event, { tx, signal }) => {
          await new Promise(resolve => {
            signal.addEventListener('abort', resolve);
          });
          late = sleep(10).then(() =>
            tx.query(`INSERT INTO customer_totals VALUES ('eve', 1, 1)`),
          );
          late.catch(() => undefined);
        },
        { timeoutMs: 50 },
      ),
    );
    await late?.catch(() => undefined);
    expect(await rows()).toMatchObject([
      { state: 'pending', error: 'The handler did not end within 50 ms.' },
    ]);
    expect((await customerTotals(database, 'eve')).orders).toBe(0);
  });

  it('waits for the one before it with the same key, and for no other', async () => {
    await take(orderPlacedMessage({ id: 'a1' }));
    await take(orderPlacedMessage({ id: 'a2' }));
    await take(orderPlacedMessage({ id: 'b1', subject: 'bob' }));
    expect(await claimedId()).toBe('a1');
    expect(await claimedId()).toBe('b1');
    expect(await claimedId()).toBeUndefined();
  });

  it('goes to another replica when the one that had it has died', async () => {
    await take(orderPlacedMessage());
    await claimEvent(database, 1);
    await sleep(20);
    expect(await handleNext(handling())).toBe(true);
    expect(await rows()).toMatchObject([{ state: 'done', attempts: 2 }]);
  });

  it('is given up when every replica that had it has died', async () => {
    await take(orderPlacedMessage());
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await claimEvent(database, 1);
      await sleep(20);
    }
    let isHandled = false;
    await handleNext(
      handling(() => {
        isHandled = true;
        return Promise.resolve();
      }),
    );
    expect(isHandled).toBe(false);
    expect(await rows()).toMatchObject([
      { state: 'dead', reason: 'exhausted' },
    ]);
  });
});

it('forgets what was done long ago, and nothing else', async () => {
  await take(orderPlacedMessage());
  await take(orderPlacedMessage());
  await handleNext(handling());
  await database.query(
    `UPDATE inbox SET settled_at = now() - interval '15 days' WHERE state = 'done'`,
  );
  const what = { olderThanDays: 14, limit: 10 };
  expect(await forgetDone(database, what)).toBe(1);
  expect(await rows()).toMatchObject([{ state: 'pending' }]);
});
