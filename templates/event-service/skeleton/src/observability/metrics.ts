import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  Registry,
} from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    httpDuration: new Histogram({
      name: 'http_request_duration_seconds',
      help: 'How long requests took.',
      labelNames: ['method', 'route', 'status_code'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
    outboxUnsent: new Gauge({
      name: 'outbox_unsent_events',
      help: 'Events that the broker does not have yet.',
      registers,
    }),
    outboxAge: new Gauge({
      name: 'outbox_oldest_age_seconds',
      help: 'Age of the oldest event that the broker does not have yet.',
      registers,
    }),
    published: new Counter({
      name: 'events_published_total',
      help: 'Events that the broker has confirmed; a copy sent again counts again.',
      labelNames: ['topic', 'type'],
      registers,
    }),
    lag: new Gauge({
      name: 'consumer_lag_messages',
      help: 'Messages that wait in the broker for this replica.',
      registers,
    }),
    received: new Counter({
      name: 'messages_received_total',
      help: 'Messages received, by what became of them: new, duplicate, ignored or unreadable.',
      labelNames: ['topic', 'outcome'],
      registers,
    }),
    inboxPending: new Gauge({
      name: 'inbox_pending_events',
      help: 'Events received and not yet handled, those that wait to be retried among them.',
      registers,
    }),
    inboxAge: new Gauge({
      name: 'inbox_oldest_pending_age_seconds',
      help: 'Age of the oldest event received and not yet handled.',
      registers,
    }),
    settled: new Counter({
      name: 'messages_settled_total',
      help: 'Events that came to an end here, by outcome: success or dead_letter.',
      labelNames: ['type', 'outcome'],
      registers,
    }),
    handlingDuration: new Histogram({
      name: 'message_handling_duration_seconds',
      help: 'How long one attempt to handle an event took.',
      labelNames: ['type'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    }),
    deliveryDuration: new Histogram({
      name: 'message_delivery_duration_seconds',
      help: 'Time from the event to the end of its handling.',
      labelNames: ['type'],
      buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800],
      registers,
    }),
    retries: new Counter({
      name: 'message_retries_total',
      help: 'Attempts to handle an event after the first one.',
      labelNames: ['type'],
      registers,
    }),
    deadLettered: new Counter({
      name: 'dead_letters_total',
      help: 'Events given up, by reason.',
      labelNames: ['type', 'reason'],
      registers,
    }),
    deadLetters: new Gauge({
      name: 'dead_letters',
      help: 'Events that are dead now: somebody must replay or discard them.',
      labelNames: ['reason'],
      registers,
    }),
  };
}
