import type { Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { TooManyRequestsError } from '../errors';

/**
 * Counts requests per key in windows of one minute.
 *
 * The counters are in memory on purpose: the bound protects this replica, and
 * a shared store would put a write in front of every read. With n replicas a
 * caller may therefore send up to n times the limit.
 */
export class RequestRate {
  readonly #limiter: RateLimiterMemory;
  readonly #perMinute: number;

  constructor(requestsPerMinute: number) {
    this.#perMinute = requestsPerMinute;
    this.#limiter = new RateLimiterMemory({
      points: requestsPerMinute,
      duration: 60,
    });
  }

  /** @throws TooManyRequestsError, after setting `Retry-After`. */
  async consume(key: string, res: Response): Promise<void> {
    try {
      await this.#limiter.consume(key);
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) {
        throw rejection;
      }
      const seconds = Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
      res.setHeader('Retry-After', String(seconds));
      throw new TooManyRequestsError(
        `More than ${
          this.#perMinute
        } requests in a minute; try again in ${seconds} s`,
      );
    }
  }
}
