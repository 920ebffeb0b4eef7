import type { JsonValue } from '@backstage/types';
import type { ReceivedEvent } from '@waymark/plugin-dora-node';

/** Where an event came from: as it happened, from history, or from the example. */
export type Origin = 'live' | 'import' | 'example';

/** An event as it is stored. */
export interface StoredEvent extends ReceivedEvent {
  eventId: string;
  source: string;
  receivedAt: Date;
  origin: Origin;
}

export type RejectionCode =
  | 'malformed'
  | 'unsupported-type'
  | 'missing-time'
  | 'future-time'
  | 'too-old'
  | 'too-large'
  | 'missing-field'
  | 'failed';

/** An event that could not be used. */
export interface RejectedEvent {
  source: string;
  deliveryId: string | null;
  type: string | null;
  code: RejectionCode;
  reason: string;
  receivedAt: Date;
  origin: Origin;
  /** Of the request, so that it can be received again; never credentials. */
  headers: Record<string, string>;
  payload: JsonValue;
  /** Where it was stored before it failed. */
  stored: { eventId: string; occurredAt: Date } | null;
}
