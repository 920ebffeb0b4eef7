import { z } from 'zod';

const name = z
  .string()
  .min(1)
  .max(512)
  .regex(/^\P{Cc}*$/u, 'must not have control characters');

/** The JSON form of CloudEvents 1.0. What it has beyond this is allowed, and not looked at. */
const schema = z.looseObject({
  specversion: z.literal('1.0'),
  id: name,
  source: name,
  type: name,
  subject: name.optional(),
  time: z.iso.datetime({ offset: true }).optional(),
  data: z.unknown().optional(),
});

export type CloudEvent = z.infer<typeof schema>;

export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent';
}

export function readCloudEvent(body: Uint8Array): CloudEvent {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch (cause) {
    throw new UnreadableEvent('The message is not JSON in UTF-8.', { cause });
  }
  const event = schema.safeParse(json);
  if (event.success) return event.data;
  throw new UnreadableEvent(
    `The message is not a CloudEvent: ${explain(event.error)}`,
  );
}

/** Events of one key stay in order. Without a subject, an event is on its own. */
export const keyOf = (event: CloudEvent): string => event.subject ?? event.id;

export function explain(error: z.ZodError): string {
  return error.issues
    .map(({ path, message }) => `${path.join('.') || 'it'}: ${message}`)
    .join('; ');
}
