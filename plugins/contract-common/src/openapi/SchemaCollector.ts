import { ForwardedError } from '@backstage/errors';
import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/**
 * Turns zod schemas into JSON Schema for OpenAPI 3.1.
 *
 * Schemas with an id (`.meta({ id: 'Repository' })`) and recursive ones are
 * moved into shared components, and references to them rewritten.
 */
export class SchemaCollector {
  readonly #components = new Map<string, JsonSchema>();

  /** @param name - says where the schema belongs, such as `getThing.body` */
  add(name: string, schema: z.ZodType): JsonSchema {
    // As a property rather than as the root, a recursive schema refers to
    // itself through a definition, not through `#`, which means the whole
    // OpenAPI document once the schema is part of one.
    const { properties, $defs = {} } = toWireSchema(
      name,
      z.object({ it: schema }),
    );
    const rename = (key: string) =>
      key.startsWith('__') ? `${name.replace(/\W/g, '_')}${key}` : key;
    for (const [key, definition] of Object.entries($defs)) {
      this.#share(rename(key), rewriteRefs(definition, rename));
    }
    return rewriteRefs(properties.it, rename);
  }

  get components(): Record<string, JsonSchema> {
    return Object.fromEntries(
      [...this.#components].sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  }

  #share(key: string, definition: JsonSchema) {
    const known = this.#components.get(key);
    if (known && JSON.stringify(known) !== JSON.stringify(definition)) {
      throw new Error(`Two different schemas have the id '${key}'`);
    }
    this.#components.set(key, definition);
  }
}

interface WireSchema {
  properties: { it: JsonSchema };
  $defs?: Record<string, JsonSchema>;
}

function toWireSchema(name: string, schema: z.ZodType): WireSchema {
  try {
    return z.toJSONSchema(schema, { io: 'input' }) as unknown as WireSchema;
  } catch (error) {
    throw new ForwardedError(`Schema ${name} has no JSON form`, error);
  }
}

function rewriteRefs(
  schema: JsonSchema,
  rename: (key: string) => string,
): JsonSchema {
  return JSON.parse(JSON.stringify(schema), (key, value) =>
    key === '$ref' && typeof value === 'string'
      ? value.replace(
          /^#\/\$defs\/(.+)$/,
          (_, id: string) => `#/components/schemas/${rename(id)}`,
        )
      : value,
  );
}
