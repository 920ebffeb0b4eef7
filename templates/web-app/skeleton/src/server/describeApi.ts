import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from 'fastify-type-provider-zod';
import type { OpenAPIV3_1 } from 'openapi-types';
import type { z } from 'zod';
import { product } from './product.ts';

/** A format says it all: the expression behind it helps no reader. */
const readable: z.core.ToJSONSchemaParams = {
  override: ({ jsonSchema }) => {
    if (jsonSchema.format) delete jsonSchema.pattern;
  },
};
const transform = createJsonSchemaTransform({ zodToJsonConfig: readable });
const transformObject = createJsonSchemaTransformObject({
  zodToJsonConfig: readable,
});

/** Leaves out the schemas that nothing refers to: each one is offered both as input and as output. */
function onlyUsedSchemas(document: Parameters<typeof transformObject>[0]) {
  const api = transformObject(document) as Partial<OpenAPIV3_1.Document>;
  const schemas = Object.entries(api.components?.schemas ?? {});
  const used = new Map<string, OpenAPIV3_1.SchemaObject>();
  let before: number;
  do {
    before = used.size;
    const referrers = JSON.stringify([api.paths, ...used.values()]);
    for (const [name, schema] of schemas) {
      if (referrers.includes(`"#/components/schemas/${name}"`)) {
        used.set(name, schema);
      }
    }
  } while (used.size > before);
  return {
    ...api,
    components: { ...api.components, schemas: Object.fromEntries(used) },
  };
}

/** Collects the OpenAPI document from the schemas of all routes that are registered afterwards. */
export async function describeApi(app: FastifyInstance) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: product.name,
        description: product.description,
        version: product.version,
      },
      servers: [{ url: '/' }],
    },
    transform,
    transformObject: onlyUsedSchemas,
  });
}
