import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'pg';
import type { Config } from './config.ts';
import { RunError } from './exitCodes.ts';
import { acquireLock } from './lock.ts';
import type { Logger } from './logger.ts';
import { migrate } from './migrate.ts';
import { SERVICE } from './service.ts';
import type { WorkContext } from './work.ts';

/** How long the work may take to end after it was told to. */
const GRACE_MS = 5_000;

export interface RunOptions {
  config: Config;
  logger: Logger;
  dryRun: boolean;
  /** Aborts with a RunError when the process is told to stop. */
  stop: AbortSignal;
  progress: WorkContext['progress'];
  work: (context: WorkContext) => Promise<void>;
}

/** Runs the work once: alone, on a schema that fits, and not longer than it may. */
export async function run(options: RunOptions): Promise<void> {
  const { config, logger, stop, work, ...rest } = options;
  const deadline = new AbortController();
  const seconds = config.DEADLINE_SECONDS;
  const timer = setTimeout(() => {
    deadline.abort(new RunError('deadline', `not done within ${seconds} s`));
  }, seconds * 1_000);
  try {
    const lock = await acquireLock(config.DATABASE_URL);
    const signal = AbortSignal.any([stop, deadline.signal, lock.lost]);
    const pool = new Pool({
      connectionString: config.DATABASE_URL,
      application_name: SERVICE,
      connectionTimeoutMillis: 5_000,
      max: 4,
      // The server ends a statement that outlives its run.
      statement_timeout: seconds * 1_000 + GRACE_MS,
    });
    pool.on('error', error => {
      logger.warn({ err: error }, 'an idle connection was lost');
    });
    await untilInterrupted(signal, async () => {
      const migrations = await migrate(pool);
      if (migrations.length > 0) logger.info({ migrations }, 'schema changed');
      const { BATCH_SIZE: batchSize } = config;
      await work({ pool, logger, signal, batchSize, ...rest });
      await pool.end();
    });
    await lock.release();
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Waits for the task, but after an interruption only for a while: a statement that waits for a lock
 * does not look at signals. What is still open then, ends with the process.
 */
async function untilInterrupted(
  signal: AbortSignal,
  task: () => Promise<void>,
): Promise<void> {
  signal.throwIfAborted();
  const done = task();
  const interrupted = new Promise<void>((_, reject) => {
    signal.addEventListener('abort', () => {
      const giveUp = () => {
        reject(signal.reason as Error);
      };
      Promise.race([done, sleep(GRACE_MS)]).then(giveUp, giveUp);
    });
  });
  await Promise.race([done, interrupted]);
}
