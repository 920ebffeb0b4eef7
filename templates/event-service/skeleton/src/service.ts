import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createBackground } from './background.ts';
import type { Broker } from './broker/broker.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { ChangedMigration, migrate } from './database/migrate.ts';
import type { EventHandler } from './events/handler.ts';
import type { Readiness } from './http/health.ts';
import { createServer } from './http/server.ts';
import { createMetrics } from './observability/metrics.ts';
import { exponentialBackoff } from './scheduling/backoff.ts';
import { untilItSucceeds } from './scheduling/retry.ts';

export interface ServiceOptions {
  readonly config: Config;
  readonly database: Database;
  readonly broker: Broker;
  readonly handlers: readonly EventHandler[];
  readonly log: Logger;
  /** Aborts when the service shall drain and end. */
  readonly signal: AbortSignal;
  /** It takes requests, at this address. */
  readonly onReady?: (url: string) => void;
}

const MIGRATION_ATTEMPTS = 10;
const PARTING_MS = 2_000;

/** Runs until `signal` aborts, then ends what it has begun. */
export async function runService(options: ServiceOptions): Promise<void> {
  const { config, database, broker, handlers, log, signal } = options;
  const metrics = createMetrics();
  const readiness: Readiness = { accepts: false };
  const background = createBackground({
    config,
    database,
    broker,
    handlers,
    metrics,
    log,
  });
  const app = createServer({
    database,
    broker,
    metrics,
    log,
    readiness,
    eventTopic: config.eventTopic,
    onEvent: () => {
      background.wakeRelay();
    },
  });
  try {
    const url = await app.listen({ host: config.host, port: config.port });
    await migrateWhenPossible(options);
    background.start();
    readiness.accepts = true;
    log.info({ url }, 'Ready');
    options.onReady?.(url);
    await aborted(signal);
    readiness.accepts = false;
    log.info('Draining');
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    await app.close();
    await background.stop();
    await leave(broker, log);
    await database.close();
  }
}

async function migrateWhenPossible({
  database,
  log,
  signal,
}: ServiceOptions): Promise<void> {
  const applied = await untilItSucceeds(() => migrate(database), {
    name: 'Migrating the database',
    backoff: exponentialBackoff({ firstMs: 500, longestMs: 5_000 }),
    signal,
    log,
    isFinal: (error, attempt) =>
      error instanceof ChangedMigration || attempt >= MIGRATION_ATTEMPTS,
  });
  if (applied.length > 0) log.info({ applied }, 'Migrated the database');
}

/** A broker that is away cannot be told goodbye; it will notice. */
async function leave(broker: Broker, log: Logger): Promise<void> {
  try {
    await Promise.race([broker.close(), sleep(PARTING_MS)]);
  } catch (error) {
    log.warn({ err: error }, 'The broker was left without a goodbye');
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = (): void => {
      resolve();
    };
    if (signal.aborted) done();
    else signal.addEventListener('abort', done, { once: true });
  });
}
