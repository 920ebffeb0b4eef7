import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { HostId } from './types';

export type Outcome = 'accepted' | 'refused' | 'limited';

/** The only place that touches the metrics service, which is still alpha. */
export function createWebhookMetrics(metrics: MetricsService) {
  const verified = metrics.createCounter('events.webhook.verify', {
    description: 'Webhook requests, by host and outcome of verification',
  });
  return {
    verified: (host: HostId, outcome: Outcome) =>
      verified.add(1, { host, outcome }),
  };
}
