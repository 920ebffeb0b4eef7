import {
  type DeliverySource,
  type IncidentObservation,
  type Observation,
  type ReceivedEvent,
} from '@waymark/plugin-dora-node';
import { z } from 'zod';
import { identifier, instant, maybe, read, said, lookUp } from '../shared/read';
import { receiveOne } from '../shared/receive';
import { hmacSha256, isSignedBy, requireSignature } from '../shared/signatures';

const text = z.string().max(2_000);

const envelopeSchema = z.object({
  event: z.object({
    id: identifier,
    event_type: text,
    occurred_at: instant,
  }),
});

const incidentSchema = z.object({
  event: z.object({
    event_type: text,
    occurred_at: instant,
    data: z.object({
      id: identifier,
      title: maybe(text),
      html_url: maybe(text),
      created_at: instant,
      urgency: maybe(text),
      priority: maybe(z.object({ summary: maybe(text) })),
      service: z.object({ id: identifier, summary: maybe(text) }),
    }),
  }),
});

/** Others tell who works on it, or what was written about it. */
const STATES: Record<string, IncidentObservation['state']> = {
  'incident.triggered': 'detected',
  'incident.acknowledged': 'updated',
  'incident.unacknowledged': 'updated',
  'incident.escalated': 'updated',
  'incident.priority_updated': 'updated',
  'incident.service_updated': 'updated',
  'incident.reopened': 'reopened',
  'incident.resolved': 'resolved',
};

function observe({ type, payload }: ReceivedEvent): Observation[] {
  const state = lookUp(STATES, type);
  if (!state) return [];
  const { data, occurred_at } = read(incidentSchema, payload).event;
  const common = said({
    kind: 'incident' as const,
    key: data.id,
    service: data.service.id,
    title: data.title,
    severity: (data.priority?.summary ?? data.urgency)?.toLowerCase(),
    url: data.html_url,
  });
  const detected = {
    ...common,
    state: 'detected' as const,
    at: data.created_at,
  };
  return state === 'detected'
    ? [detected]
    : [detected, { ...common, state, at: occurred_at }];
}

/** PagerDuty webhooks, version 3. A service is known by its id: annotation `pagerduty.com/service-id`. */
export const pagerdutySource: DeliverySource = {
  id: 'pagerduty',
  personalFields: [
    'event.agent.summary',
    'event.agent.self',
    'event.agent.html_url',
    'event.agent.id',
    'event.data.assignees[].summary',
    'event.data.assignees[].self',
    'event.data.assignees[].html_url',
    'event.data.assignees[].id',
  ],
  verify({ headers, rawBody }, secrets) {
    const presented = (headers['x-pagerduty-signature'] ?? '')
      .split(',')
      .map(signature => signature.trim());
    requireSignature(
      isSignedBy(
        presented,
        secrets,
        secret => `v1=${hmacSha256(secret, rawBody, 'hex')}`,
      ),
      'x-pagerduty-signature: is missing, or does not fit the body; set the secret of the webhook subscription for this source',
    );
  },
  receive({ body }) {
    return receiveOne(
      body,
      () => {
        const { id, event_type, occurred_at } = read(
          envelopeSchema,
          body,
        ).event;
        // A test of the connection, or news about something else, is answered and forgotten.
        return Object.hasOwn(STATES, event_type)
          ? {
              deliveryId: id,
              type: event_type,
              occurredAt: occurred_at,
              payload: body,
            }
          : null;
      },
      observe,
    );
  },
  observe,
};
