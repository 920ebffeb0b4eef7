import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { z } from 'zod';

/** What the registry hands out is zod 3; the contract is zod 4. */
type Zod3 = Parameters<
  Parameters<ActionsRegistryService['register']>[0]['schema']['input']
>[0];

interface Property {
  type?: string;
  enum?: string[];
  items?: Property;
  description?: string;
  default?: unknown;
}

/**
 * The input of an action with the same fields as parts of a request. It tells
 * clients what to send; the contract's own schemas then check it.
 */
export function inputSchema(
  zod3: Zod3,
  parts: readonly (z.ZodType | undefined)[],
) {
  const fields = parts
    .filter(part => part !== undefined)
    .flatMap(part => {
      const { properties = {}, required = [] } = z.toJSONSchema(part, {
        io: 'input',
      }) as { properties?: Record<string, Property>; required?: string[] };
      return Object.entries(properties).map(([name, property]) => {
        const field = fieldOf(zod3, property);
        return [
          name,
          required.includes(name) ? field : field.optional(),
        ] as const;
      });
    });
  return zod3.object(Object.fromEntries(fields));
}

function fieldOf(zod3: Zod3, { type, enum: values, items }: Property) {
  const [first, ...rest] = values ?? [];
  if (first !== undefined) {
    return zod3.enum([first, ...rest]);
  }
  if (type === 'array') {
    return zod3.array(items?.type === 'number' ? zod3.number() : zod3.string());
  }
  return type === 'number' || type === 'integer'
    ? zod3.number()
    : zod3.string();
}
