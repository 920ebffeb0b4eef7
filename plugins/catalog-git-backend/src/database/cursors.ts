import { InputError } from '@backstage/errors';

type Shape = readonly ('string' | 'number')[];
type Values<S extends Shape> = {
  [K in keyof S]: S[K] extends 'string' ? string : number;
};

/** An opaque position in a list. */
export function encodeCursor(values: (string | number)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/**
 * Reads a position; without one, values that are not to be used.
 *
 * @throws InputError for anything that {@link encodeCursor} did not make
 */
export function decodeCursor<const S extends Shape>(
  cursor: string | undefined,
  shape: S,
): Values<S> {
  const blank = shape.map(type => (type === 'string' ? '' : 0));
  const values: unknown = cursor ? parse(cursor) : blank;
  const fits =
    Array.isArray(values) &&
    values.length === shape.length &&
    values.every((value, i) => isValid(value, shape[i]));
  if (!fits) {
    throw new InputError('query.cursor is not one that this server gave');
  }
  return values as Values<S>;
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

function isValid(value: unknown, type: Shape[number]): boolean {
  return type === 'number'
    ? Number.isSafeInteger(value) && (value as number) >= 0
    : typeof value === 'string';
}
