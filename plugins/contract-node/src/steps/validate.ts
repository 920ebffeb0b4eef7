import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/** Enough to repair a form; a broken batch has thousands that say the same. */
const MAX_ISSUES = 10;

export interface RequestPart {
  name: 'params' | 'query' | 'body';
  schema: z.ZodType | undefined;
  value: unknown;
}

export interface ValidatedParts {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}

/** Bounds of texts in words for people, who may have typed them; all else as zod puts it. */
const inASentence: z.core.$ZodErrorMap = issue => {
  if (issue.origin !== 'string') return undefined;
  const length = typeof issue.input === 'string' ? issue.input.length : 0;
  switch (issue.code) {
    case 'too_big':
      return `must be at most ${issue.maximum} characters long, and has ${length}; shorten it`;
    case 'too_small':
      return length === 0
        ? 'must not be empty'
        : `must be at least ${issue.minimum} characters long, and has ${length}`;
    default:
      return undefined;
  }
};

/**
 * Parses all parts of a request.
 *
 * @throws InputError with part, field path and what is allowed there, for the
 * first issues of all parts together.
 */
export function validate(parts: readonly RequestPart[]): ValidatedParts {
  const validated: ValidatedParts = {};
  const issues: string[] = [];
  for (const { name, schema, value } of parts) {
    if (schema) {
      const unstorable = name === 'body' ? [] : fieldsWithNul(value);
      issues.push(
        ...unstorable.map(
          field =>
            `${name}.${field}: must not hold the character NUL (%00); leave it out`,
        ),
      );
      const result = schema.safeParse(value, { error: inASentence });
      if (result.success) {
        validated[name] = result.data;
      } else {
        issues.push(...result.error.issues.map(issue => toText(name, issue)));
      }
    }
  }
  if (issues.length > 0) {
    const more = issues.length - MAX_ISSUES;
    throw new InputError(
      [
        ...issues.slice(0, MAX_ISSUES),
        ...(more > 0 ? [`and ${more} more`] : []),
      ].join('; '),
    );
  }
  return validated;
}

/**
 * Text of an address that no database can hold or compare with. Bodies may carry it: they are kept
 * as they came, and what is taken out of them is for their endpoint to judge. Lone surrogates need
 * no such care, because an address cannot hold one.
 */
function fieldsWithNul(value: unknown): string[] {
  return Object.entries(value ?? {}).flatMap(([field, text]) =>
    [text].flat().some(one => typeof one === 'string' && one.includes('\0'))
      ? [field]
      : [],
  );
}

function toText(part: string, { path, message }: z.core.$ZodIssue): string {
  const field = path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`,
    part,
  );
  return `${field}: ${message}`;
}
