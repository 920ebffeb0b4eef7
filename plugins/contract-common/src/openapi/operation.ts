import type { z } from 'zod';
import type { Endpoint } from '../endpoint';
import { errorResponsesOf } from './errorResponses';
import type { JsonSchema, SchemaCollector } from './SchemaCollector';

const JSON_TYPE = 'application/json';
const json = (schema: JsonSchema) => ({ [JSON_TYPE]: { schema } });

/** An endpoint has a permission, a webhook a proof. */
export type OpenApiOperation = Omit<
  ReturnType<typeof toOperation>,
  'x-permission'
> & {
  description?: string;
  'x-permission'?: string;
  'x-proof'?: readonly string[];
};

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
    ...(endpoint.requestsPerMinute && {
      'x-requests-per-minute': endpoint.requestsPerMinute,
    }),
    ...toRequestBody(operationId, endpoint, schemas),
    responses: {
      ...toSuccess(operationId, endpoint, schemas),
      ...errorResponsesOf(endpoint),
    },
    security: [{ bearer: [] }],
  };
}

function toRequestBody(
  operationId: string,
  { body, contentTypes = [], stream }: Endpoint,
  schemas: SchemaCollector,
): { requestBody?: object } {
  if (stream) {
    const content = stream.contentTypes.map(
      type => [type, { schema: { type: 'string' } }] as const,
    );
    return {
      requestBody: {
        required: true,
        description: stream.summary,
        content: Object.fromEntries(content),
      },
    };
  }
  if (!body) {
    return {};
  }
  const schema = schemas.add(`${operationId}.body`, body);
  const content = [JSON_TYPE, ...contentTypes].map(
    type => [type, { schema }] as const,
  );
  return {
    requestBody: { required: true, content: Object.fromEntries(content) },
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
