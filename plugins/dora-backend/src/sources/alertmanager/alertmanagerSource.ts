import type { JsonValue } from '@backstage/types';
import {
  type DeliverySource,
  type Observation,
  type ReceivedEvent,
} from '@waymark/plugin-dora-node';
import { z } from 'zod';
import { instant, maybe, read, said } from '../shared/read';
import { receiveOne } from '../shared/receive';
import { verifyBearer } from '../shared/signatures';

const words = z.record(z.string(), z.string()).catch({}).default({});

const messageSchema = z.object({
  alerts: z.array(z.unknown()).max(1_000),
  externalURL: maybe(z.string().max(2_000)),
});

const alertSchema = z.object({
  status: z.enum(['firing', 'resolved']),
  labels: z.record(z.string(), z.string()),
  annotations: words,
  startsAt: instant,
  endsAt: maybe(instant),
  generatorURL: maybe(z.string().max(2_000)),
  fingerprint: z.string().min(1).max(200),
});

/** While an alert fires, it ends in the year 1. */
const ended = (date: Date | undefined) =>
  date && date.getUTCFullYear() > 1 ? date : undefined;

function observe({ payload }: ReceivedEvent): Observation[] {
  const alert = read(alertSchema, payload);
  const { labels, annotations, startsAt, fingerprint } = alert;
  const endsAt = ended(alert.endsAt);
  const common = said({
    kind: 'incident' as const,
    // An alert that fires again later has the same fingerprint, and is another incident.
    key: `${fingerprint}@${startsAt.toISOString()}`,
    service: labels.service ?? labels.component ?? labels.job ?? 'unnamed',
    environment: labels.env ?? labels.environment,
    title: annotations.summary ?? labels.alertname,
    severity: labels.severity,
    causedBy: annotations.caused_by,
    url: annotations.runbook_url ?? alert.generatorURL,
  });
  const detected = { ...common, state: 'detected' as const, at: startsAt };
  return alert.status === 'resolved' && endsAt
    ? [detected, { ...common, state: 'resolved' as const, at: endsAt }]
    : [detected];
}

function toEvent(payload: JsonValue): ReceivedEvent {
  const { fingerprint, startsAt, endsAt, status } = read(alertSchema, payload);
  const end = status === 'resolved' ? ended(endsAt) : undefined;
  return {
    // Repeated every few hours while it fires; that is the same news.
    deliveryId: [fingerprint, startsAt.toISOString(), status].join('/'),
    type: `alert.${status}`,
    occurredAt: end ?? startsAt,
    payload,
  };
}

/** Alertmanager (version 4): one event for each alert of a group. */
export const alertmanagerSource: DeliverySource = {
  id: 'alertmanager',
  personalFields: [],
  verify: verifyBearer,
  receive({ body }) {
    const { alerts } = read(messageSchema, body);
    return alerts.flatMap(alert => {
      const payload = alert as JsonValue;
      return receiveOne(payload, () => toEvent(payload), observe);
    });
  },
  observe,
};
