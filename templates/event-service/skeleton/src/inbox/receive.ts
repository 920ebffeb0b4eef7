import { createHash } from 'node:crypto';
import type { IncomingMessage } from '../broker/broker.ts';
import type { Queryable } from '../database/database.ts';
import {
  keyOf,
  readCloudEvent,
  UnreadableEvent,
} from '../events/cloud-event.ts';
import { validTraceHeaders } from '../observability/trace-headers.ts';
import { insertIntoInbox, type NewInboxRow } from './inbox-store.ts';

/** What became of a message. */
export type Outcome = 'new' | 'duplicate' | 'ignored' | 'unreadable';

/** Puts the message into the inbox, once. When this resolves, the broker may forget it. */
export async function receive(
  database: Queryable,
  message: IncomingMessage,
  isHandled: (type: string) => boolean,
): Promise<Outcome> {
  const row = rowOf(message);
  if (!row.dead && !isHandled(row.type)) return 'ignored';
  const isNew = await insertIntoInbox(database, row);
  if (!isNew) return 'duplicate';
  return row.dead ? 'unreadable' : 'new';
}

function rowOf({ topic, headers, body }: IncomingMessage): NewInboxRow {
  const trace = validTraceHeaders(headers);
  try {
    const event = readCloudEvent(body);
    const { id, source, type } = event;
    return { source, eventId: id, topic, key: keyOf(event), type, body, trace };
  } catch (error) {
    if (!(error instanceof UnreadableEvent)) throw error;
    // It has no name of its own: its content is its name.
    const digest = createHash('sha256')
      .update(topic)
      .update(body)
      .digest('hex');
    return {
      source: 'unreadable',
      eventId: digest,
      topic,
      key: digest,
      type: 'unreadable',
      body,
      trace,
      dead: { reason: 'unreadable', error: error.message },
    };
  }
}
