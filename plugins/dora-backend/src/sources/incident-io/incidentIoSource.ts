import {
  type DeliverySource,
  type IncidentObservation,
  type Observation,
  type ReceivedEvent,
} from '@waymark/plugin-dora-node';
import { z } from 'zod';
import { identifier, instant, maybe, read, said, lookUp } from '../shared/read';
import { receiveOne } from '../shared/receive';
import {
  hmacSha256,
  isRecent,
  isSignedBy,
  requireSignature,
} from '../shared/signatures';

const text = z.string().max(2_000);
const TYPE = /^(?:public|private)_incident\.incident_(\w+)_v2$/;

const value = z.object({
  value_text: maybe(text),
  value_option: maybe(z.object({ value: maybe(text) })),
  value_catalog_entry: maybe(
    z.object({ external_id: maybe(text), name: maybe(text) }),
  ),
});

const incidentSchema = z.object({
  id: identifier,
  name: maybe(text),
  permalink: maybe(text),
  created_at: instant,
  updated_at: instant,
  severity: maybe(z.object({ name: maybe(text) })),
  incident_status: z.object({ category: text }),
  custom_field_entries: maybe(
    z.array(
      z.object({
        custom_field: z.object({ name: text }),
        values: z.array(value).default([]),
      }),
    ),
  ),
  incident_timestamp_values: maybe(
    z.array(
      z.object({
        incident_timestamp: z.object({ name: text }),
        value: maybe(z.object({ value: maybe(instant) })),
      }),
    ),
  ),
});

type Incident = z.output<typeof incidentSchema>;

/** Of some types the incident is the whole data, of others a part of it. */
const wholeOrPart = z.preprocess(
  data =>
    typeof data === 'object' && data !== null && 'incident' in data
      ? data.incident
      : data,
  incidentSchema,
);

/** Others (triage, declined, merged, canceled) are no incidents, or none any more. */
const CATEGORIES: Record<string, IncidentObservation['state']> = {
  active: 'detected',
  paused: 'detected',
  live: 'detected',
  learning: 'resolved',
  'post-incident': 'resolved',
  closed: 'resolved',
};

/** The custom field, whatever its kind, that is called so. */
function field(incident: Incident, name: RegExp): string | undefined {
  const entry = incident.custom_field_entries?.find(({ custom_field }) =>
    name.test(custom_field.name),
  );
  const [first] = entry?.values ?? [];
  return (
    first?.value_catalog_entry?.external_id ??
    first?.value_catalog_entry?.name ??
    first?.value_option?.value ??
    first?.value_text
  );
}

function timestamp(incident: Incident, name: RegExp): Date | undefined {
  return incident.incident_timestamp_values?.find(entry =>
    name.test(entry.incident_timestamp.name),
  )?.value?.value;
}

function observe({ type, payload }: ReceivedEvent): Observation[] {
  const incident = read(z.object({ [type]: wholeOrPart }), payload)[type];
  const { category } = incident.incident_status;
  const state = lookUp(CATEGORIES, category);
  if (!state) return [];
  const common = said({
    kind: 'incident' as const,
    key: incident.id,
    service:
      field(incident, /^(?:affected )?(?:service|component)s?$/i) ?? 'unnamed',
    environment: field(incident, /^environment$/i),
    title: incident.name,
    severity: incident.severity?.name?.toLowerCase(),
    impactStartAt: timestamp(incident, /^impact started/i),
    mitigatedAt: timestamp(
      incident,
      /^(?:fixed|mitigated|impact (?:ended|stopped))/i,
    ),
    causedBy: field(incident, /^(?:caused by|causing (?:deployment|commit))$/i),
    url: incident.permalink,
  });
  const detected = {
    ...common,
    state: 'detected' as const,
    at: incident.created_at,
  };
  const resolvedAt =
    timestamp(incident, /^(?:resolved|closed)/i) ?? incident.updated_at;
  return state === 'resolved'
    ? [detected, { ...common, state, at: resolvedAt }]
    : [
        detected,
        { ...common, state: 'updated' as const, at: incident.updated_at },
      ];
}

/** A secret of Svix is a key in base64 behind its prefix. */
function keyOf(secret: string): Buffer {
  return Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
}

/** incident.io webhooks, which Svix signs and delivers. */
export function createIncidentIoSource(now: () => Date): DeliverySource {
  return {
    id: 'incident-io',
    personalFields: [
      ...['*', '*.incident'].flatMap(incident => [
        `${incident}.creator.user.name`,
        `${incident}.creator.user.email`,
        `${incident}.creator.user.id`,
        `${incident}.creator.user.slack_user_id`,
        `${incident}.incident_role_assignments[].assignee.name`,
        `${incident}.incident_role_assignments[].assignee.email`,
        `${incident}.incident_role_assignments[].assignee.id`,
        `${incident}.incident_role_assignments[].assignee.slack_user_id`,
      ]),
    ],
    verify({ headers, rawBody }, secrets) {
      const header = (name: string) =>
        headers[`svix-${name}`] ?? headers[`webhook-${name}`] ?? '';
      const time = header('timestamp');
      requireSignature(
        isRecent(time, now()),
        'svix-timestamp: is missing, or more than 5 minutes from now; set the clock, or send it again',
      );
      const signed = Buffer.concat([
        Buffer.from(`${header('id')}.${time}.`),
        rawBody,
      ]);
      requireSignature(
        isSignedBy(
          header('signature').split(' '),
          secrets,
          secret => `v1,${hmacSha256(keyOf(secret), signed, 'base64')}`,
        ),
        'svix-signature: is missing, or does not fit the body; set the signing secret of the endpoint for this source',
      );
    },
    receive({ headers, body }) {
      return receiveOne(
        body,
        () => {
          const { event_type: type } = read(
            z.object({ event_type: text }),
            body,
          );
          if (!TYPE.test(type)) return null;
          const incident = read(z.object({ [type]: wholeOrPart }), body)[type];
          const at = incident.updated_at;
          return {
            deliveryId:
              headers['svix-id'] ??
              headers['webhook-id'] ??
              [type, incident.id, at.toISOString()].join('/'),
            type,
            occurredAt: at,
            payload: body,
          };
        },
        observe,
      );
    },
    observe,
  };
}
