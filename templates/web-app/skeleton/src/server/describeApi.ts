import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
} from 'fastify-type-provider-zod';
import { product } from './product.ts';

type Transform = typeof jsonSchemaTransformObject;

/** Leaves out the schemas that nothing refers to: each one is offered both as input and as output. */
const onlyUsedSchemas: Transform = document => {
  const api = jsonSchemaTransformObject(document);
  const schemas = Object.entries(api.components?.schemas ?? {});
  const used = new Map<string, unknown>();
  for (let before = -1; before < used.size; ) {
    before = used.size;
    const referrers = JSON.stringify([api.paths, ...used.values()]);
    for (const [name, schema] of schemas) {
      if (referrers.includes(`"#/components/schemas/${name}"`)) {
        used.set(name, schema);
      }
    }
  }
  return {
    ...api,
    components: { ...api.components, schemas: Object.fromEntries(used) },
  } as ReturnType<Transform>;
};

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
    transform: jsonSchemaTransform,
    transformObject: onlyUsedSchemas,
  });
}
