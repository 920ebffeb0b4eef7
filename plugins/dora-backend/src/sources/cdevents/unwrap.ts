import type { JsonObject, JsonValue } from '@backstage/types';
import {
  UnusableEventError,
  type IngestRequest,
} from '@waymark/plugin-dora-node';

/** More in one request would hold up the others. */
export const MAX_BATCH = 1_000;

/**
 * The CDEvents of a request: bare, in CloudEvents (structured, binary, batch),
 * or several of these in an array. What is no object stays as it is, to be
 * refused by itself.
 *
 * @throws UnusableEventError for a batch that is too large
 */
export function unwrap({ body }: Pick<IngestRequest, 'body'>): JsonValue[] {
  if (!Array.isArray(body)) return [inner(body)];
  if (body.length > MAX_BATCH) {
    throw new UnusableEventError(
      'malformed',
      `body: has ${body.length} events; send at most ${MAX_BATCH} at once`,
    );
  }
  return body.map(inner);
}

/** In binary mode the body is the CDEvent itself, and the headers only repeat it. */
function inner(value: JsonValue): JsonValue {
  if (!isObject(value) || isObject(value.context)) return value;
  const isCloudEvent = typeof value.specversion === 'string';
  if (!isCloudEvent) return value;
  if (value.data !== undefined) return parsed(value.data);
  return typeof value.data_base64 === 'string'
    ? parsed(Buffer.from(value.data_base64, 'base64').toString('utf8'))
    : value;
}

/** Some senders put the event into `data` as text. */
function parsed(data: JsonValue): JsonValue {
  if (typeof data !== 'string') return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
