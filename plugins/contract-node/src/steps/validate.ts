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
      const result = schema.safeParse(value);
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

function toText(part: string, { path, message }: z.core.$ZodIssue): string {
  const field = path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : `${text}.${String(key)}`,
    part,
  );
  return `${field}: ${message}`;
}
