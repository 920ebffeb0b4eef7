import type { RequestDetails } from '@backstage/plugin-events-node';

export type HostId = 'github' | 'gitlab';

/** Whether a request comes from whoever knows the secret. */
export type Verify = (request: RequestDetails) => boolean;

/** A host whose webhooks are listened to; its id is the topic. */
export interface WebhookHost {
  id: HostId;
  verify: Verify;
}
