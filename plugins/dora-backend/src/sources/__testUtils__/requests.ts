import type { JsonValue } from '@backstage/types';
import type {
  DeliverySource,
  IngestRequest,
  Observation,
  ReceivedEvent,
} from '@waymark/plugin-dora-node';

export function requestOf(
  body: JsonValue,
  headers: IngestRequest['headers'] = {},
): IngestRequest {
  return { headers, rawBody: Buffer.from(JSON.stringify(body)), body };
}

/** Events that a source makes of a request; fails where it refuses a part. */
export function eventsOf(
  source: DeliverySource,
  body: JsonValue,
  headers?: IngestRequest['headers'],
): ReceivedEvent[] {
  return source.receive(requestOf(body, headers)).map(reception => {
    if ('rejected' in reception) throw reception.rejected;
    return reception.event;
  });
}

/** What a request says, by way of what is stored: a copy through JSON. */
export function observationsOf(
  source: DeliverySource,
  body: JsonValue,
  headers?: IngestRequest['headers'],
): Observation[] {
  return eventsOf(source, body, headers).flatMap(event =>
    source.observe({
      ...event,
      payload: JSON.parse(JSON.stringify(event.payload)),
    }),
  );
}

/** Why a request, or a part of it, is refused. */
export function refusalsOf(
  source: DeliverySource,
  body: JsonValue,
  headers?: IngestRequest['headers'],
): { code: string; message: string }[] {
  return source.receive(requestOf(body, headers)).flatMap(reception =>
    'rejected' in reception
      ? [
          {
            code: reception.rejected.code,
            message: reception.rejected.message,
          },
        ]
      : [],
  );
}
