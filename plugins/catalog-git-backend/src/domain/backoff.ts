import { AccessProblemCode } from '../database/IngestionStore';

const MINUTE_MS = 60_000;

/** First wait and longest wait after a failure. */
const WAITS: Record<AccessProblemCode, { firstMs: number; longestMs: number }> =
  {
    unreachable: { firstMs: MINUTE_MS, longestMs: 30 * MINUTE_MS },
    timeout: { firstMs: 2 * MINUTE_MS, longestMs: 30 * MINUTE_MS },
    corrupt: { firstMs: 5 * MINUTE_MS, longestMs: 60 * MINUTE_MS },
    'bad-branch': { firstMs: 5 * MINUTE_MS, longestMs: 60 * MINUTE_MS },
    'not-found': { firstMs: 5 * MINUTE_MS, longestMs: 60 * MINUTE_MS },
    // Hosts lock accounts that keep trying.
    unauthorized: { firstMs: 5 * MINUTE_MS, longestMs: 60 * MINUTE_MS },
  };

/** When the schedule may ask a repository again after `failures` failures in a row. */
export function retryAt(
  code: AccessProblemCode,
  failures: number,
  now: Date,
): Date {
  const { firstMs, longestMs } = WAITS[code];
  const waitMs = firstMs * 2 ** Math.min(failures - 1, 10);
  return new Date(now.getTime() + Math.min(waitMs, longestMs));
}
