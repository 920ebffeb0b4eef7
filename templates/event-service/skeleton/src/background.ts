import type { Logger } from 'pino';
import type { Broker } from './broker/broker.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import type { EventHandler } from './events/handler.ts';
import { handleNext } from './inbox/handle.ts';
import { forgetDone, inboxState, REASONS } from './inbox/inbox-store.ts';
import { type Outcome, receive } from './inbox/receive.ts';
import type { Metrics } from './observability/metrics.ts';
import { forgetSent, outboxState } from './outbox/outbox-store.ts';
import { relayOnce } from './outbox/relay.ts';
import { exponentialBackoff } from './scheduling/backoff.ts';
import { once } from './scheduling/once.ts';
import { Poller } from './scheduling/poller.ts';
import { untilItSucceeds } from './scheduling/retry.ts';

export interface BackgroundOptions {
  readonly config: Config;
  readonly database: Database;
  readonly broker: Broker;
  readonly handlers: readonly EventHandler[];
  readonly metrics: Metrics;
  readonly log: Logger;
}

export interface Background {
  start(): void;
  /** There is a new event in the outbox. */
  wakeRelay(): void;
  /** Takes no more messages, and resolves when what was begun has ended. */
  stop(): Promise<void>;
}

const HOUR_MS = 3_600_000;
const HOUSEKEEPING_BATCH = 1_000;
const GAUGES_MS = 5_000;

/** Everything that goes on beside the requests. */
export function createBackground(options: BackgroundOptions): Background {
  const { config, database, broker, metrics, log } = options;
  const handlers = new Map(options.handlers.map(each => [each.type, each]));
  const stopping = new AbortController();
  // What cannot be reached is tried again soon; a failed event waits as configured.
  const reconnecting = exponentialBackoff({ firstMs: 200, longestMs: 10_000 });
  const retrying = exponentialBackoff(config.retry);
  const common = { idleMs: config.pollIntervalMs, backoff: reconnecting, log };

  /** Before the first event leaves, there is a place where it can wait for its readers. */
  const prepared = once(async () => {
    if (!config.managesTopology) return;
    await broker.prepare({
      publishes: [config.eventTopic],
      consumes: config.consumedTopics,
      group: config.consumerGroup,
    });
  });

  const relay = new Poller({
    ...common,
    name: 'Relaying the outbox',
    step: async () => {
      await prepared();
      return relayOnce({ database, broker, metrics });
    },
  });

  const workers = Array.from(
    { length: config.consumerConcurrency },
    () =>
      new Poller({
        ...common,
        name: 'Handling events',
        step: () =>
          handleNext({
            database,
            handlers,
            system: broker.system,
            maxAttempts: config.retry.maxAttempts,
            timeoutMs: config.handlerTimeoutMs,
            backoff: retrying,
            metrics,
            log,
          }),
      }),
  );

  const subscription = new Poller({
    ...common,
    name: 'The subscription',
    step: async () => {
      if (stopping.signal.aborted) return false;
      await prepared();
      await broker.consume({
        topics: config.consumedTopics,
        group: config.consumerGroup,
        signal: stopping.signal,
        receive: async message => {
          // Kept waiting instead of refused: that keeps the order while the database is away.
          const outcome = await untilItSucceeds<Outcome>(
            () => receive(database, message, type => handlers.has(type)),
            {
              name: 'Receiving a message',
              backoff: reconnecting,
              signal: stopping.signal,
              log,
            },
          );
          const { topic } = message;
          metrics.received.inc({ topic, outcome });
          if (outcome === 'unreadable') {
            const type = 'unreadable';
            metrics.settled.inc({ type, outcome: 'dead_letter' });
            metrics.deadLettered.inc({ type, reason: 'unreadable' });
            log.error({ topic }, 'An unreadable message was put aside');
          }
          if (outcome === 'new') for (const worker of workers) worker.wake();
        },
      });
      return true;
    },
  });

  const gauges = new Poller({
    ...common,
    name: 'Measuring the queues',
    idleMs: GAUGES_MS,
    step: async () => {
      await measure(database, broker, metrics);
      return false;
    },
  });

  const housekeeping = new Poller({
    ...common,
    name: 'Forgetting old events',
    idleMs: HOUR_MS,
    step: async () => {
      const what = {
        olderThanDays: config.retentionDays,
        limit: HOUSEKEEPING_BATCH,
      };
      const sent = await forgetSent(database, what);
      const done = await forgetDone(database, what);
      return Math.max(sent, done) === HOUSEKEEPING_BATCH;
    },
  });

  const all = [subscription, relay, ...workers, gauges, housekeeping];
  return {
    start: () => {
      for (const each of all) each.start();
    },
    wakeRelay: () => {
      relay.wake();
    },
    stop: async () => {
      stopping.abort();
      await Promise.all(all.map(each => each.stop()));
    },
  };
}

async function measure(
  database: Database,
  broker: Broker,
  metrics: Metrics,
): Promise<void> {
  const outbox = await outboxState(database);
  metrics.outboxUnsent.set(outbox.unsent);
  metrics.outboxAge.set(outbox.ageSeconds);
  const inbox = await inboxState(database);
  metrics.inboxPending.set(inbox.pending);
  metrics.inboxAge.set(inbox.ageSeconds);
  for (const reason of REASONS) {
    metrics.deadLetters.set({ reason }, inbox.dead[reason] ?? 0);
  }
  metrics.lag.set(await broker.lag());
}
