import type { Response } from 'express';
import type { CallerCredentials } from '../types';
import { RequestRate } from './RequestRate';

/** Counts the requests of every principal. */
export class RateLimit {
  readonly #rate: RequestRate;

  constructor(requestsPerMinute: number) {
    this.#rate = new RequestRate(requestsPerMinute);
  }

  /** @throws TooManyRequestsError, after setting `Retry-After`. */
  consume(credentials: CallerCredentials, res: Response): Promise<void> {
    return this.#rate.consume(principalKey(credentials), res);
  }
}

function principalKey({ principal }: CallerCredentials): string {
  return principal.type === 'user'
    ? `user:${principal.userEntityRef}`
    : `service:${principal.subject}`;
}
