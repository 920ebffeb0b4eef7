import type { JsonValue } from '@backstage/types';
import type { Observation } from '@waymark/plugin-dora-common';

/** A request as it came, before anything of it is believed. */
export interface IngestRequest {
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  /** The bytes that a signature is about. */
  rawBody: Buffer;
  /** The parsed body. */
  body: JsonValue;
}

/** One event, to be stored as it is. */
export interface ReceivedEvent {
  /** Unique within the source; the same delivery again is a duplicate. */
  deliveryId: string;
  type: string;
  /** From the event itself, so that a retry says the same. */
  occurredAt: Date;
  payload: JsonValue;
}

/** Thrown by `receive` and `observe` for what can never be used; the event is kept in the list of rejected ones. */
export class UnusableEventError extends Error {
  constructor(
    readonly code:
      | 'malformed'
      | 'unsupported-type'
      | 'missing-time'
      | 'missing-field',
    message: string,
  ) {
    super(message);
    this.name = 'UnusableEventError';
  }
}

/** What `receive` makes of each part of a request. */
export type Reception =
  | { event: ReceivedEvent }
  | { rejected: UnusableEventError; deliveryId?: string; payload: JsonValue };

/**
 * A tool that reports deliveries.
 *
 * `verify` and `receive` run while the sender waits; `observe` runs later, as
 * often as needed, on what was stored, so it must be pure.
 */
export interface DeliverySource {
  /** Last part of `POST /api/dora/ingest/<id>`. */
  readonly id: string;
  /** Throws `AuthenticationError` unless the request is from who it says. */
  verify(request: IngestRequest, secrets: readonly string[]): void;
  receive(request: IngestRequest): Reception[];
  /** An event that says nothing about deliveries gives an empty list. */
  observe(event: ReceivedEvent): Observation[];
  /**
   * JSON paths of names of people, for example `sender.login` or
   * `commits[].author.email`; their values are replaced by pseudonyms before
   * the event is stored.
   */
  readonly personalFields: readonly string[];
}
