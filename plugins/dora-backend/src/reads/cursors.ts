import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { isId } from '../domain/ids';

const id = z.string().refine(isId);
const instant = z.iso.datetime().transform(text => new Date(text));

/** Where a page of a list by time ends. */
const byTime = z.tuple([instant, id]);
/** Where a page of changes ends: by time or by seconds. */
const ofChanges = z.tuple([z.union([instant, z.number()]), id, z.string()]);
/** Where a page of a list in the order of its keys ends. */
const byKey = z.array(z.string().max(600)).min(1).max(4);

function encode(values: readonly (string | number | Date)[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

function decode<T>(schema: z.ZodType<T>, cursor: string): T {
  try {
    return schema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
  } catch {
    throw new InputError('query.cursor: is not one that this server gave');
  }
}

export const timeCursor = {
  encode: (at: Date, rowId: string) => encode([at, rowId]),
  decode: (cursor: string | undefined) => {
    if (cursor === undefined) {
      return undefined;
    }
    const [at, rowId] = decode(byTime, cursor);
    return { at, id: rowId };
  },
};

export const changeCursor = {
  encode: (value: Date | number, rowId: string, service: string) =>
    encode([value, rowId, service]),
  decode: (cursor: string | undefined, wanted: 'time' | 'seconds') => {
    if (cursor === undefined) {
      return undefined;
    }
    const [value, rowId, service] = decode(ofChanges, cursor);
    if ((value instanceof Date ? 'time' : 'seconds') !== wanted) {
      throw new InputError('query.cursor: belongs to a list in another order');
    }
    return { value, id: rowId, service };
  },
};

export const keyCursor = {
  encode,
  decode: (cursor: string | undefined) =>
    cursor === undefined ? undefined : decode(byKey, cursor),
};
