import type { Endpoint } from '../endpoint';
import type { JsonSchema } from './SchemaCollector';

/** The error body that every Backstage backend sends. */
export const errorSchema: JsonSchema = {
  type: 'object',
  required: ['error', 'response'],
  properties: {
    error: {
      type: 'object',
      required: ['name', 'message'],
      properties: { name: { type: 'string' }, message: { type: 'string' } },
    },
    request: {
      type: 'object',
      properties: { method: { type: 'string' }, url: { type: 'string' } },
    },
    response: {
      type: 'object',
      required: ['statusCode'],
      properties: { statusCode: { type: 'integer' } },
    },
  },
};

const content = {
  'application/json': { schema: { $ref: '#/components/schemas/Error' } },
};

export const errorResponses = {
  BadRequest: {
    description: 'The request is not valid; the message names the field',
    content,
  },
  Unauthenticated: { description: 'No valid credentials', content },
  Forbidden: {
    description: 'The caller lacks the permission that the message names',
    content,
  },
  TooLarge: {
    description: 'The body is larger than the bound that the message names',
    content,
  },
  TooManyRequests: {
    description: 'More requests per minute than the message allows',
    headers: {
      'Retry-After': {
        description: 'Seconds to wait',
        schema: { type: 'integer' },
      },
    },
    content,
  },
} satisfies Record<string, object>;

export const errorReference = (name: keyof typeof errorResponses) => ({
  $ref: `#/components/responses/${name}`,
});

/** The errors an endpoint can answer with before its handler runs. */
export function errorResponsesOf(endpoint: Endpoint): Record<string, object> {
  return {
    400: errorReference('BadRequest'),
    401: errorReference('Unauthenticated'),
    403: errorReference('Forbidden'),
    ...((endpoint.body || endpoint.stream) && {
      413: errorReference('TooLarge'),
    }),
    429: errorReference('TooManyRequests'),
  };
}
