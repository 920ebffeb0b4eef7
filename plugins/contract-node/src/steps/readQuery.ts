import type { Request } from 'express';
import { z } from 'zod';

export type QueryReader = (req: Request) => Record<string, unknown>;

/**
 * Reads the query string, flat: no nesting, and a key is a list if its schema
 * is an array or if it is repeated.
 *
 * Express' own parser turns `a[b]=1` into objects and long lists into objects
 * with number keys, which no flat schema can describe.
 */
export function createQueryReader(schema: z.ZodType): QueryReader {
  const lists = arrayKeys(schema);
  return req => {
    const search = new URLSearchParams(req.url.split('?').slice(1).join('?'));
    return Object.fromEntries(
      [...new Set(search.keys())].map(key => {
        const values = search.getAll(key);
        return [key, lists.has(key) || values.length > 1 ? values : values[0]];
      }),
    );
  };
}

function arrayKeys(schema: z.ZodType): Set<string> {
  const { properties = {} } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  });
  return new Set(
    Object.entries(properties).flatMap(([key, property]) =>
      typeof property === 'object' && property.type === 'array' ? [key] : [],
    ),
  );
}
