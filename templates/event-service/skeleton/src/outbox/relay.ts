import { setTimeout as sleep } from 'node:timers/promises';
import { type Span, trace } from '@opentelemetry/api';
import type { Broker, OutgoingMessage } from '../broker/broker.ts';
import type { Database } from '../database/database.ts';
import type { Metrics } from '../observability/metrics.ts';
import { fail, startMessageSpan } from '../observability/spans.ts';
import { contextOf, traceHeaders } from '../observability/trace-headers.ts';
import {
  becomeTheRelay,
  markSent,
  type OutboxRow,
  unsentEvents,
} from './outbox-store.ts';

const BATCH_SIZE = 100;
const PUBLISH_LIMIT_MS = 5_000;

/**
 * Publishes the oldest events that were not sent, and marks them sent when the broker
 * has them. Whatever breaks in between, the mark is missing and they are sent again:
 * at least once, in order. Resolves to whether there may be more.
 */
export function relayOnce({
  database,
  broker,
  metrics,
}: {
  database: Database;
  broker: Broker;
  metrics: Metrics;
}): Promise<boolean> {
  return database.transaction(async tx => {
    if (!(await becomeTheRelay(tx))) return false;
    const rows = await unsentEvents(tx, BATCH_SIZE);
    if (rows.length === 0) return false;
    await publish(broker, rows);
    await markSent(
      tx,
      rows.map(({ position }) => position),
    );
    for (const { topic, type } of rows) metrics.published.inc({ topic, type });
    return rows.length === BATCH_SIZE;
  });
}

async function publish(
  broker: Broker,
  rows: readonly OutboxRow[],
): Promise<void> {
  const sends = rows.map(row => sendOf(broker.system, row));
  try {
    await publishInTime(
      broker,
      sends.map(({ message }) => message),
    );
  } catch (error) {
    for (const { span } of sends) fail(span, error);
    throw error;
  } finally {
    for (const { span } of sends) span.end();
  }
}

/**
 * A client that goes on trying must not keep the transaction open, nor a service that
 * shall stop. If it succeeds after all, it has sent copies, which readers ignore.
 */
async function publishInTime(
  broker: Broker,
  messages: readonly OutgoingMessage[],
): Promise<void> {
  const limit = new AbortController();
  try {
    await Promise.race([
      broker.publish(messages),
      sleep(PUBLISH_LIMIT_MS, undefined, { signal: limit.signal }).then(() => {
        throw new Error(
          `The broker has not confirmed within ${PUBLISH_LIMIT_MS} ms.`,
        );
      }),
    ]);
  } finally {
    limit.abort();
  }
}

/** The trace of the request that caused the event goes on in whoever receives it. */
function sendOf(
  system: string,
  { eventId, topic, key, type, body, trace: cause }: OutboxRow,
): { span: Span; message: OutgoingMessage } {
  const parent = contextOf(cause);
  const span = startMessageSpan({
    operation: 'send',
    system,
    topic,
    eventId,
    type,
    parent,
  });
  return {
    span,
    message: {
      id: eventId,
      topic,
      key,
      headers: {
        'content-type': 'application/cloudevents+json',
        ...traceHeaders(trace.setSpan(parent, span)),
      },
      body: Buffer.from(body),
    },
  };
}
