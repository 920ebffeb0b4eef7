import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Backoff } from './backoff.ts';

/** Repeats `work` until it succeeds. Gives up with the last error when `signal` aborts or `isFinal` says so. */
export async function untilItSucceeds<T>(
  work: () => Promise<T>,
  {
    name,
    backoff,
    signal,
    log,
    isFinal = () => false,
  }: {
    name: string;
    backoff: Backoff;
    signal: AbortSignal;
    log: Logger;
    isFinal?: (error: unknown, attempt: number) => boolean;
  },
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (signal.aborted || isFinal(error, attempt)) throw error;
      const retryInMs = backoff(attempt);
      log.warn({ err: error, attempt, retryInMs }, `${name} failed`);
      // An abort ends the wait, and the next failure then ends the loop.
      await sleep(retryInMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
