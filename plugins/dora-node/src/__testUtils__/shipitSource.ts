import { timingSafeEqual } from 'node:crypto';
import { AuthenticationError } from '@backstage/errors';
import { UnusableEventError, type DeliverySource } from '..';

/** What Shipit, a tool of our own, posts when a deployment is over. */
interface ShipitEvent {
  id: string;
  app: string;
  stage: string;
  commit: string;
  ok: boolean;
  by: string;
  started: string;
  ended: string;
}

const isSame = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export const shipitSource: DeliverySource = {
  id: 'shipit',
  personalFields: ['by'],

  verify({ headers }, secrets) {
    const token = headers['x-shipit-token'] ?? '';
    if (!secrets.some(secret => isSame(token, secret))) {
      throw new AuthenticationError('x-shipit-token: is not the secret');
    }
  },

  receive({ body }) {
    const event = body as Partial<ShipitEvent> | null;
    if (typeof event?.id !== 'string' || typeof event.app !== 'string') {
      throw new UnusableEventError('missing-field', 'id, app: are needed');
    }
    if (typeof event.ended !== 'string') {
      throw new UnusableEventError('missing-time', 'ended: is missing');
    }
    return [
      {
        event: {
          deliveryId: event.id,
          type: 'deployment',
          occurredAt: new Date(event.ended),
          payload: body,
        },
      },
    ];
  },

  observe({ payload }) {
    const { id, app, stage, commit, ok, started, ended } =
      payload as unknown as ShipitEvent;
    return [
      {
        kind: 'deployment',
        key: id,
        at: new Date(ended),
        service: app,
        environment: stage,
        startedAt: new Date(started),
        finishedAt: new Date(ended),
        result: ok ? 'success' : 'failure',
        commitSha: commit,
      },
    ];
  },
};
