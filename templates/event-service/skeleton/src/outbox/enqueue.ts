import { randomUUID } from 'node:crypto';
import type { Queryable } from '../database/database.ts';
import type { CloudEvent } from '../events/cloud-event.ts';
import { identity } from '../identity.ts';
import { traceHeaders } from '../observability/trace-headers.ts';
import { insertIntoOutbox } from './outbox-store.ts';

/** Every broker takes this much by default; a larger event would block those behind it. */
export const LARGEST_EVENT_BYTES = 512 * 1024;

export interface NewEvent {
  readonly topic: string;
  readonly type: string;
  /** What it is about, such as the id of an order: events of one key stay in order. */
  readonly key: string;
  readonly data: unknown;
}

/** Writes the event in the transaction of the change that it tells of. Resolves to its id. */
export async function enqueue(
  tx: Queryable,
  { topic, type, key, data }: NewEvent,
): Promise<string> {
  const event: CloudEvent = {
    specversion: '1.0',
    id: randomUUID(),
    source: `/${identity.name}`,
    type,
    subject: key,
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    data,
  };
  const body = JSON.stringify(event);
  const size = Buffer.byteLength(body);
  if (size > LARGEST_EVENT_BYTES) {
    throw new Error(
      `Event ${type} for ${key} has ${size} bytes, and may have ${LARGEST_EVENT_BYTES}: put the large part elsewhere and send a link.`,
    );
  }
  await insertIntoOutbox(tx, {
    eventId: event.id,
    topic,
    key,
    type,
    body,
    trace: traceHeaders(),
  });
  return event.id;
}
