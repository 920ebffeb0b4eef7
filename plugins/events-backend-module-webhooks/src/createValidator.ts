import type { LoggerService } from '@backstage/backend-plugin-api';
import type { RequestValidator } from '@backstage/plugin-events-node';
import { Outcome } from './metrics';
import { WebhookHost } from './types';
import { header } from './verify/header';

const DELIVERY: Readonly<Record<WebhookHost['id'], string>> = {
  github: 'x-github-delivery',
  gitlab: 'x-gitlab-event-uuid',
};

/** Lets verified requests pass and counts all of them. */
export function createValidator(options: {
  host: WebhookHost;
  logger: LoggerService;
  count: (outcome: Outcome) => void;
}): RequestValidator {
  const { host, logger, count } = options;
  return async (request, context) => {
    if (host.verify(request)) {
      count('accepted');
      return;
    }
    count('refused');
    logger.warn('Refused a webhook: its signature does not fit', {
      host: host.id,
      delivery: header(request, DELIVERY[host.id]) ?? 'unnamed',
    });
    context.reject({
      status: 403,
      payload: {
        message: `The signature does not fit the secret that Waymark has for ${host.id}`,
      },
    });
  };
}
