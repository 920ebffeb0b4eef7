import { CustomErrorBase } from '@backstage/errors';

/** A body above its bound; the root error handler answers 413. */
export class PayloadTooLargeError extends CustomErrorBase {
  override name = 'PayloadTooLargeError' as const;
  readonly statusCode = 413;
}

/** A principal above its rate; the root error handler answers 429. */
export class TooManyRequestsError extends CustomErrorBase {
  override name = 'TooManyRequestsError' as const;
  readonly statusCode = 429;
}
