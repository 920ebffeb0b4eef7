import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openPostgres } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { handleNext } from '../../src/inbox/handle.ts';
import { claimEvent } from '../../src/inbox/inbox-store.ts';
import { receive } from '../../src/inbox/receive.ts';
import { createMetrics } from '../../src/observability/metrics.ts';
import {
  countOrder,
  customerTotals,
} from '../../src/orders/customer-totals.ts';
import { placeOrder } from '../../src/orders/place-order.ts';
import { relayOnce } from '../../src/outbox/relay.ts';
import { clear } from '../support/database.ts';
import { orderPlacedMessage } from '../support/events.ts';
import { InMemoryBroker } from '../support/in-memory-broker.ts';
import { silent } from '../support/options.ts';
import { createSchema, databaseUrl, type Schema } from '../support/real.ts';

/** What one connection cannot show: several replicas at work on one database. */
describe.runIf(databaseUrl)('two replicas', () => {
  let schema: Schema;
  let one: Database;
  let two: Database;

  const open = (): Database =>
    openPostgres({
      url: schema.url,
      poolSize: 5,
      applicationName: 'test',
      onLost: () => undefined,
    });

  beforeAll(async () => {
    schema = await createSchema(databaseUrl ?? '');
    one = open();
    two = open();
    const applied = await Promise.all([migrate(one), migrate(two)]);
    // They have come at the same time, and one of them has waited for the other.
    expect(applied.map(({ length }) => length).sort()).toEqual([0, 3]);
  });
  afterAll(async () => {
    await Promise.all([one.close(), two.close()]);
    await schema.drop();
  });
  beforeEach(() => clear(one));

  it('relay by turns', async () => {
    await placeOrder(one, 'orders', { customerId: 'ada', amountCents: 1 });
    const broker = new InMemoryBroker();
    const metrics = createMetrics();
    const isReached = Promise.withResolvers<undefined>();
    const mayGoOn = Promise.withResolvers<undefined>();
    const slow = Object.create(broker) as InMemoryBroker;
    slow.publish = async messages => {
      isReached.resolve(undefined);
      await mayGoOn.promise;
      await broker.publish(messages);
    };
    const first = relayOnce({ database: one, broker: slow, metrics });
    await isReached.promise;
    expect(await relayOnce({ database: two, broker, metrics })).toBe(false);
    mayGoOn.resolve(undefined);
    await first;
    expect(broker.published).toHaveLength(1);
  });

  it('never take the same event', async () => {
    const count = 40;
    for (let number = 0; number < count; number += 1) {
      const message = orderPlacedMessage({ subject: `key-${number}` });
      await receive(one, message, () => true);
    }
    const claims = await Promise.all(
      Array.from({ length: count }, (_, number) =>
        claimEvent(number % 2 === 0 ? one : two, 60_000),
      ),
    );
    const positions = claims.map(claim => claim?.position);
    expect(new Set(positions).size).toBe(count);
    expect(positions).not.toContain(undefined);
  });

  it('do not handle an event twice, even if the lease was too short', async () => {
    await receive(one, orderPlacedMessage(), () => true);
    const hasIt = Promise.withResolvers<undefined>();
    const mayGoOn = Promise.withResolvers<undefined>();
    const options = {
      system: 'memory',
      maxAttempts: 3,
      timeoutMs: 5_000,
      backoff: () => 0,
      metrics: createMetrics(),
      log: silent,
    };
    const slow = handleNext({
      ...options,
      database: one,
      handlers: new Map([
        [
          countOrder.type,
          {
            type: countOrder.type,
            handle: async (event, context) => {
              hasIt.resolve(undefined);
              await mayGoOn.promise;
              await countOrder.handle(event, context);
            },
          },
        ],
      ]),
    });
    await hasIt.promise;
    // The lease cannot be changed from outside, the row is held: nobody else gets at it.
    const other = await handleNext({
      ...options,
      database: two,
      handlers: new Map([[countOrder.type, countOrder]]),
    });
    expect(other).toBe(false);
    mayGoOn.resolve(undefined);
    await slow;
    expect((await customerTotals(one, 'ada')).orders).toBe(1);
  });

  it('keep queries of work that was given up away from others', async () => {
    let late: (() => Promise<unknown>) | undefined;
    await one.transaction(tx => {
      late = () => tx.query('SELECT 1');
      return Promise.resolve();
    });
    await expect(late?.()).rejects.toThrow('The transaction is over.');
  });
});
