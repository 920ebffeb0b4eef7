import { RequestRate, TooManyRequestsError } from '@waymark/contract-node';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { HostId } from './types';

/**
 * Turns callers away before their body is read: whether they know the secret
 * shows only in a body of up to 5 MB.
 */
export function createRateGuard(options: {
  host: HostId;
  requestsPerMinute: number;
  onLimited: () => void;
}): Router {
  const { host, requestsPerMinute, onLimited } = options;
  const rate = new RequestRate(requestsPerMinute);
  const router = PromiseRouter();
  router.post(`/http/${host}`, async (req, res) => {
    try {
      await rate.consume(req.ip ?? 'unknown', res);
    } catch (error) {
      if (!(error instanceof TooManyRequestsError)) {
        throw error;
      }
      onLimited();
      throw new TooManyRequestsError(
        `Webhook of '${host}' from ${req.ip}: ${error.message}, or raise events.webhooks.requestsPerMinute`,
      );
    }
    return 'next';
  });
  return router;
}
