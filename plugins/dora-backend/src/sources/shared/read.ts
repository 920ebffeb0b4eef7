import { UnusableEventError } from '@waymark/plugin-dora-node';
import { z } from 'zod';

/** `2026-04-28 21:50:00 +0200` and `... UTC`, as GitLab writes some of its times. */
const SPACED =
  /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2}(?:\.\d+)?) (?:UTC|([+-]\d{2}):?(\d{2}))$/;
const ISO =
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/i;

/** A time with its zone; one without would be a guess. */
export function parseInstant(text: string): Date | null {
  const spaced = SPACED.exec(text);
  const iso = spaced
    ? `${spaced[1]}T${spaced[2]}${
        spaced[3] ? `${spaced[3]}:${spaced[4]}` : 'Z'
      }`
    : text;
  if (!ISO.test(iso)) return null;
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? null : date;
}

export const instant = z.string().transform((text, context) => {
  const date = parseInstant(text);
  if (date) return date;
  context.addIssue({
    code: 'custom',
    message: 'must be a time with its zone, such as 2026-01-31T12:00:00Z',
  });
  return z.NEVER;
});

/** What a source leaves out, it may also send as null or as an empty text. */
export function maybe<T extends z.ZodType>(schema: T) {
  return z
    .preprocess(
      value => (value === null || value === '' ? undefined : value),
      schema.optional(),
    )
    .optional();
}

/** A number or text that names something. */
export const identifier = z
  .union([z.string().min(1).max(500), z.number()])
  .transform(String);

const TIME_FIELD = /(?:at|time|timestamp)$/i;

/**
 * Reads a payload.
 *
 * @throws UnusableEventError that names the field and what is wrong with it
 */
export function read<T>(schema: z.ZodType<T>, payload: unknown): T {
  const result = schema.safeParse(payload, { reportInput: true });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const field = issue.path.map(String).join('.') || 'body';
  const isMissing = issue.input === undefined;
  if (isMissing && TIME_FIELD.test(field)) {
    throw new UnusableEventError('missing-time', `${field}: is missing`);
  }
  if (isMissing) {
    throw new UnusableEventError('missing-field', `${field}: is missing`);
  }
  throw new UnusableEventError('malformed', `${field}: ${issue.message}`);
}

/** What a table says about a word of a sender; nothing about words such as `constructor`. */
export function lookUp<T>(
  table: Readonly<Record<string, T>>,
  word: string,
): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

/** A copy without what is undefined: an observation says nothing about it. */
export function said<T extends object>(fields: T): T {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  ) as T;
}
