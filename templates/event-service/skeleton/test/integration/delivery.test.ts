import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Broker, IncomingMessage } from '../../src/broker/broker.ts';
import { openBroker } from '../../src/broker/connect.ts';
import { type Database, openPostgres } from '../../src/database/database.ts';
import { readCloudEvent } from '../../src/events/cloud-event.ts';
import { customerTotals } from '../../src/orders/customer-totals.ts';
import { orderPlacedMessage } from '../support/events.ts';
import {
  brokerUrl,
  createSchema,
  databaseUrl,
  type Schema,
} from '../support/real.ts';
import { eventually } from '../support/wait.ts';

/** The whole service, as a process that can be killed, on a real database and a real broker. */
describe.runIf(databaseUrl && brokerUrl)(
  'delivery',
  { timeout: 120_000 },
  () => {
    let schema: Schema;
    let database: Database;
    let broker: Broker;
    let observing: AbortController;
    let observer: Promise<void>;
    let topic: string;
    let seen: IncomingMessage[];
    let services: ChildProcess[];

    beforeEach(async () => {
      schema = await createSchema(databaseUrl ?? '');
      database = openPostgres({
        url: schema.url,
        poolSize: 5,
        applicationName: 'test',
        onLost: () => undefined,
      });
      topic = `test-${randomUUID()}`;
      broker = openBroker({ url: brokerUrl ?? '', clientId: 'test' });
      observing = new AbortController();
      seen = [];
      services = [];
      const group = `observer-${randomUUID()}`;
      await broker.prepare({ publishes: [topic], consumes: [topic], group });
      observer = broker.consume({
        topics: [topic],
        group,
        signal: observing.signal,
        receive: message => {
          seen.push(message);
          return Promise.resolve();
        },
      });
    });

    afterEach(async () => {
      for (const service of services) service.kill('SIGKILL');
      observing.abort();
      await observer;
      await broker.close();
      await database.close();
      await schema.drop();
    });

    /** Resolves when the service is ready. */
    async function start(): Promise<{ process: ChildProcess; url: string }> {
      const child = spawn(process.execPath, ['src/main.ts'], {
        env: {
          PATH: process.env.PATH,
          HOST: '127.0.0.1',
          PORT: '0',
          DATABASE_URL: schema.url,
          BROKER_URL: brokerUrl,
          EVENT_TOPIC: topic,
          CONSUMER_GROUP: topic,
          HANDLER_TIMEOUT_MS: '2000',
          POLL_INTERVAL_MS: '100',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      services.push(child);
      const log: string[] = [];
      const ready = Promise.withResolvers<string>();
      createInterface({ input: child.stdout }).on('line', line => {
        log.push(line);
        const { msg, url } = JSON.parse(line) as { msg: string; url?: string };
        if (msg === 'Ready' && url) ready.resolve(url);
      });
      child.once('exit', () => {
        ready.reject(new Error(`It did not start:\n${log.join('\n')}`));
      });
      return { process: child, url: await ready.promise };
    }

    async function kill(child: ChildProcess): Promise<void> {
      const hasEnded = once(child, 'exit');
      child.kill('SIGKILL');
      await hasEnded;
    }

    async function order(url: string, customerId: string): Promise<string> {
      const answer = await fetch(`${url}/orders`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ customerId, amountCents: 100 }),
      });
      expect(answer.status).toBe(201);
      return ((await answer.json()) as { id: string }).id;
    }

    const counted = (customerId: string, orders: number): Promise<number> =>
      eventually(
        `${orders} orders are counted`,
        async () => {
          const totals = await customerTotals(database, customerId);
          return totals.orders >= orders ? totals.orders : undefined;
        },
        60_000,
      );

    const sent = (): IncomingMessage[] =>
      seen.filter(
        ({ body }) => readCloudEvent(body).type === 'order.placed.v1',
      );

    /** Until it is let go, writes to the table wait; reads do not. */
    async function hold(table: string): Promise<() => Promise<void>> {
      const isHeld = Promise.withResolvers<undefined>();
      const letGo = Promise.withResolvers<undefined>();
      const holding = database.transaction(async tx => {
        await tx.query(`LOCK TABLE ${table} IN SHARE MODE`);
        isHeld.resolve(undefined);
        await letGo.promise;
      });
      await isHeld.promise;
      return async () => {
        letGo.resolve(undefined);
        await holding;
      };
    }

    it('goes from the request through the broker to the handler, in one trace', async () => {
      const { url, process: service } = await start();
      await order(url, 'ada');
      expect(await counted('ada', 1)).toBe(1);
      const [message] = await eventually('the message is seen', () =>
        sent().length > 0 ? sent() : undefined,
      );
      const [row] = await database.query<{ cause: string }>(
        `SELECT trace ->> 'traceparent' AS cause FROM outbox`,
      );
      const traceOf = (header = ''): string | undefined => header.split('-')[1];
      expect(traceOf(message?.headers.traceparent)).toMatch(/^[0-9a-f]{32}$/);
      expect(traceOf(message?.headers.traceparent)).toBe(traceOf(row?.cause));

      const exit = once(service, 'exit');
      const began = Date.now();
      service.kill('SIGTERM');
      expect(await exit).toEqual([0, null]);
      expect(Date.now() - began).toBeLessThan(10_000);
    });

    it('survives the death of the relay between sending and marking', async () => {
      const first = await start();
      // An order that is written while nothing may be marked as sent …
      const release = await holdAfterOrder('ada');
      // … is sent …
      await eventually('the event is sent', () =>
        sent().length > 0 ? true : undefined,
      );
      // … by a relay that dies before it can say so.
      await kill(first.process);
      await release();
      expect(
        await database.query('SELECT 1 FROM outbox WHERE sent_at IS NOT NULL'),
      ).toEqual([]);

      await start();
      await eventually('the event is marked as sent', async () => {
        const rows = await database.query(
          'SELECT 1 FROM outbox WHERE sent_at IS NOT NULL',
        );
        return rows.length === 1 ? true : undefined;
      });
      expect(await counted('ada', 1)).toBe(1);
      // NATS drops the copy by its id; the others deliver both.
      const copies = broker.system === 'nats' ? 1 : 2;
      await eventually('all copies are seen', () =>
        sent().length >= copies ? true : undefined,
      );
      const ids = sent().map(({ body }) => readCloudEvent(body).id);
      expect(ids).toHaveLength(copies);
      expect(new Set(ids).size).toBe(1);
      expect(await database.query('SELECT 1 FROM inbox')).toHaveLength(1);
    });

    it('survives the death of the handler, and has its effect once', async () => {
      const first = await start();
      const release = await hold('customer_totals');
      await order(first.url, 'bob');
      await eventually('the handling has begun', async () => {
        const rows = await database.query(
          'SELECT 1 FROM inbox WHERE attempts > 0',
        );
        return rows.length > 0 ? true : undefined;
      });
      await kill(first.process);
      await release();
      await start();
      expect(await counted('bob', 1)).toBe(1);
      const [row] = await database.query<{ attempts: number }>(
        'SELECT attempts FROM inbox',
      );
      expect(row?.attempts).toBeGreaterThan(1);
    });

    it('handles an event once, and in order, when copies of it come', async () => {
      const { url } = await start();
      // It may be ready before it has its place at the broker, where these could get lost.
      await broker.prepare({ publishes: [], consumes: [topic], group: topic });
      const copy = orderPlacedMessage().body;
      for (let number = 0; number < 3; number += 1) {
        await broker.publish([
          // Another id each time, so that the broker cannot help.
          { id: randomUUID(), topic, key: 'ada', headers: {}, body: copy },
        ]);
      }
      await broker.publish([
        {
          id: randomUUID(),
          topic,
          key: 'ada',
          headers: {},
          body: orderPlacedMessage().body,
        },
      ]);
      expect(await counted('ada', 2)).toBe(2);
      const metrics = await (await fetch(`${url}/metrics`)).text();
      expect(metrics).toContain(
        `messages_received_total{topic="${topic}",outcome="duplicate"} 2`,
      );
    });

    it('tells how many messages wait', async () => {
      const slow = openBroker({ url: brokerUrl ?? '', clientId: 'test-slow' });
      const group = `slow-${randomUUID()}`;
      await slow.prepare({ publishes: [topic], consumes: [topic], group });
      const mayGoOn = Promise.withResolvers<undefined>();
      const stopping = new AbortController();
      let received = 0;
      const consuming = slow.consume({
        topics: [topic],
        group,
        signal: stopping.signal,
        receive: async () => {
          received += 1;
          await mayGoOn.promise;
        },
      });
      const count = 100;
      await broker.publish(
        Array.from({ length: count }, () => ({
          id: randomUUID(),
          topic,
          key: 'ada',
          headers: {},
          body: orderPlacedMessage().body,
        })),
      );
      await eventually('messages wait', async () =>
        received === 1 && (await slow.lag()) > 0 ? true : undefined,
      );
      mayGoOn.resolve(undefined);
      await eventually('none waits', async () =>
        received === count && (await slow.lag()) === 0 ? true : undefined,
      );
      stopping.abort();
      await consuming;
      await slow.close();
    });

    /** Both in the right order: the lock is asked for before the order is there, and granted once it is. */
    async function holdAfterOrder(
      customerId: string,
    ): Promise<() => Promise<void>> {
      const { placeOrder } = await import('../../src/orders/place-order.ts');
      let held: Promise<() => Promise<void>> | undefined;
      const watched: Database = {
        ...database,
        transaction: work =>
          database.transaction(async tx => {
            const result = await work(tx);
            held = hold('outbox');
            await eventually('somebody waits for the lock', async () => {
              const rows = await tx.query(
                `SELECT 1 FROM pg_locks WHERE NOT granted
               AND relation = 'outbox'::regclass AND mode = 'ShareLock'`,
              );
              return rows.length > 0 ? true : undefined;
            });
            return result;
          }),
      };
      await placeOrder(watched, topic, { customerId, amountCents: 100 });
      if (!held) throw new Error('The transaction did not run.');
      return held;
    }
  },
);
