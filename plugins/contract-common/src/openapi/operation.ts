import type { z } from 'zod';
import type { Endpoint } from '../endpoint';
import { errorResponsesOf } from './errorResponses';
import type { JsonSchema, SchemaCollector } from './SchemaCollector';

const json = (schema: JsonSchema) => ({ 'application/json': { schema } });

/** The OpenAPI operation of one endpoint. */
export function toOperation(
  operationId: string,
  endpoint: Endpoint,
  schemas: SchemaCollector,
) {
  const parameters = (['path', 'query'] as const).flatMap(place => {
    const schema = place === 'path' ? endpoint.params : endpoint.query;
    return schema
      ? toParameters(place, `${operationId}.${place}`, schema, schemas)
      : [];
  });
  return {
    operationId,
    summary: endpoint.summary,
    'x-permission': endpoint.permission.name,
    ...(endpoint.maxBodyBytes && { 'x-max-body-bytes': endpoint.maxBodyBytes }),
    ...(parameters.length > 0 && { parameters }),
    ...(endpoint.body && {
      requestBody: {
        required: true,
        content: json(schemas.add(`${operationId}.body`, endpoint.body)),
      },
    }),
    responses: {
      ...toSuccess(operationId, endpoint, schemas),
      ...errorResponsesOf(endpoint),
    },
    security: [{ bearer: [] }],
  };
}

function toSuccess(
  operationId: string,
  { status = 200, response }: Endpoint,
  schemas: SchemaCollector,
): Record<string, object> {
  return {
    [status]:
      status === 204
        ? { description: 'Done, nothing to say' }
        : {
            description: 'Success',
            content: json(schemas.add(`${operationId}.response`, response)),
          },
  };
}

interface ObjectSchema {
  properties?: Record<string, JsonSchema>;
  required?: string[];
}

function toParameters(
  place: 'path' | 'query',
  name: string,
  schema: z.ZodType,
  schemas: SchemaCollector,
) {
  const { properties = {}, required = [] }: ObjectSchema = schemas.add(
    name,
    schema,
  );
  return Object.entries(properties).map(([key, property]) => {
    const { description, ...rest } = property;
    return {
      name: key,
      in: place,
      required: place === 'path' || required.includes(key),
      ...(description !== undefined && { description }),
      schema: rest,
    };
  });
}
