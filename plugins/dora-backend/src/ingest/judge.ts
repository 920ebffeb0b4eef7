import { stringifyError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import {
  UnusableEventError,
  type DeliverySource,
  type IngestRequest,
  type ReceivedEvent,
  type Reception,
} from '@waymark/plugin-dora-node';
import type { RejectionCode } from '../domain/events';

const MAX_AHEAD_MS = 5 * 60_000;
const MAX_ID_LENGTH = 500;
const SHOWN_OF_TOO_LARGE = 2_000;

/** What becomes of one part of a request. */
export type Verdict =
  | { event: ReceivedEvent }
  | {
      code: RejectionCode;
      reason: string;
      deliveryId: string | null;
      type: string | null;
      payload: JsonValue;
    };

export interface Bounds {
  now: Date;
  /** Nothing older is kept. */
  oldest: Date;
  maxEventBytes: number;
}

/** What a source makes of a request, with everything that it cannot read as a verdict too. */
export function judge(
  source: DeliverySource,
  request: IngestRequest,
  bounds: Bounds,
): Verdict[] {
  let receptions: Reception[];
  try {
    receptions = source.receive(request);
  } catch (error) {
    return [
      {
        code: error instanceof UnusableEventError ? error.code : 'malformed',
        reason:
          error instanceof UnusableEventError
            ? error.message
            : `Not understood: ${stringifyError(error)}`,
        deliveryId: null,
        type: null,
        payload: shorten(request.body, bounds.maxEventBytes),
      },
    ];
  }
  return receptions.map(reception => judgeOne(reception, bounds));
}

function judgeOne(reception: Reception, bounds: Bounds): Verdict {
  if ('rejected' in reception) {
    return {
      code: reception.rejected.code,
      reason: reception.rejected.message,
      deliveryId: reception.deliveryId ?? null,
      type: null,
      payload: shorten(reception.payload, bounds.maxEventBytes),
    };
  }
  const { event } = reception;
  const problem = problemOf(event, bounds);
  return problem
    ? {
        ...problem,
        deliveryId: event.deliveryId.slice(0, MAX_ID_LENGTH),
        type: event.type.slice(0, MAX_ID_LENGTH),
        payload: shorten(event.payload, bounds.maxEventBytes),
      }
    : { event };
}

function problemOf(
  event: ReceivedEvent,
  { now, oldest, maxEventBytes }: Bounds,
): { code: RejectionCode; reason: string } | undefined {
  const time = event.occurredAt.getTime();
  if (Number.isNaN(time)) {
    return {
      code: 'missing-time',
      reason:
        'The event does not say when it happened; give it a time with its zone, such as 2026-01-31T12:00:00Z',
    };
  }
  const at = event.occurredAt.toISOString();
  if (time > now.getTime() + MAX_AHEAD_MS) {
    return {
      code: 'future-time',
      reason: `It says that it happens at ${at}, more than 5 minutes from now; set the clock of the sender, then try the event again`,
    };
  }
  if (time < oldest.getTime()) {
    return {
      code: 'too-old',
      reason: `It happened at ${at}, before ${oldest.toISOString()}, from when on events are kept (dora.retentionMonths)`,
    };
  }
  if (
    event.deliveryId === '' ||
    event.deliveryId.length > MAX_ID_LENGTH ||
    event.type.length > MAX_ID_LENGTH
  ) {
    return {
      code: 'malformed',
      reason: `Id and type of an event must have 1 to ${MAX_ID_LENGTH} characters`,
    };
  }
  const bytes = Buffer.byteLength(JSON.stringify(event.payload) ?? '');
  return bytes > maxEventBytes
    ? {
        code: 'too-large',
        reason: `It has ${bytes} bytes; ${maxEventBytes} are allowed (dora.ingest.maxEventBytes)`,
      }
    : undefined;
}

/** What is too large is not kept, but its beginning, to tell what it was. */
function shorten(payload: JsonValue, maxBytes: number): JsonValue {
  const json = JSON.stringify(payload) ?? 'null';
  return Buffer.byteLength(json) > maxBytes
    ? { beginning: json.slice(0, SHOWN_OF_TOO_LARGE) }
    : payload;
}
