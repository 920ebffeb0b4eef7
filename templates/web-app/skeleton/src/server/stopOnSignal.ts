import type { FastifyBaseLogger } from 'fastify';
import type { Readiness } from './Readiness.ts';

/** A stop that takes this long is stuck. */
const DEADLINE_MS = 9_000;

export interface Stop {
  log: FastifyBaseLogger;
  readiness: Readiness;
  /** What to close, in this order. */
  steps: readonly (() => Promise<unknown>)[];
}

async function stop({ log, readiness, steps }: Stop) {
  readiness.markStopping();
  setTimeout(() => {
    log.error('stopping took too long');
    process.exit(1);
  }, DEADLINE_MS).unref();
  for (const step of steps) await step();
  log.info('stopped');
  process.exit(0);
}

/** On SIGTERM or SIGINT: is no longer ready, finishes what was begun, closes, exits with 0. */
export function stopOnSignal(what: Stop) {
  const begin = (signal: NodeJS.Signals) => {
    if (what.readiness.phase === 'stopping') return;
    what.log.info({ signal }, 'stopping');
    stop(what).catch((error: unknown) => {
      what.log.error({ err: error }, 'could not stop cleanly');
      process.exit(1);
    });
  };
  process.on('SIGTERM', begin);
  process.on('SIGINT', begin);
}
