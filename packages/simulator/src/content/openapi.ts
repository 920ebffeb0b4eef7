import { shapeOf } from '../data/nouns';
import type { Service } from '../domain/types';
import {
  camel,
  pascal,
  plural,
  sentence,
  spaced,
  withArticle,
} from '../domain/words';
import { predictionPaths, PREDICTION_SCHEMAS } from './openapiPrediction';
import {
  fieldSchema,
  nounExample,
  nounSchema,
  writableExample,
  type JsonObject,
} from './schema';

/** How much of an interface exists: reading, then writing, then all its nouns. */
export type ApiStage = 1 | 2 | 3;

/** How far the interface of a service goes: only systems of record cover all nouns. */
export function stagesOf({ type, apis }: Service): ApiStage {
  const types = apis.map(api => api.type);
  if (types.includes('asyncapi')) return 3;
  return types.includes('openapi') && type === 'service' ? 2 : 1;
}

export interface ApiContext {
  service: Service;
  emailDomain: string;
  version: string;
  stage: ApiStage;
}

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: JsonObject, example?: JsonObject) => ({
  'application/json': example ? { schema, example } : { schema },
});
const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ref('Problem') } },
});
const parameter = (name: string) => ({
  $ref: `#/components/parameters/${name}`,
});

/** OpenAPI 3.1 description of a service, built from the nouns it keeps. */
export function openApi(context: ApiContext) {
  const { service, emailDomain, version, stage } = context;
  const nouns = service.nouns.slice(0, stage === 3 ? 3 : 1);
  const prediction = service.type === 'ml-service';
  const paths = prediction
    ? predictionPaths(service)
    : Object.assign({}, ...nouns.map(noun => nounPaths(context, noun)));
  const schemas = prediction
    ? PREDICTION_SCHEMAS
    : Object.assign({}, ...nouns.map(noun => nounSchemas(noun, stage)));

  return {
    openapi: '3.1.0',
    info: {
      title:
        service.apis.find(api => api.type === 'openapi')?.title ??
        service.title,
      version,
      description: `${service.description}\n\nQuestions: #${service.owner} in chat. Breaking changes are announced eight weeks ahead and get a new path prefix.`,
      contact: {
        name: service.owner,
        email: `${service.owner}@${emailDomain}`,
      },
    },
    servers: [
      {
        url: `https://${service.name}.internal.${emailDomain}/v1`,
        description: 'Production',
      },
      {
        url: `https://${service.name}.staging.internal.${emailDomain}/v1`,
        description: 'Staging, reset every night',
      },
    ],
    security: [{ workload: [] }],
    tags: prediction
      ? [{ name: 'predictions' }]
      : nouns.map(noun => ({
          name: plural(noun),
          description: `Everything about ${plural(spaced(noun))}.`,
        })),
    paths,
    components: {
      securitySchemes: {
        workload: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Token of the calling workload.',
        },
      },
      parameters: {
        limit: {
          name: 'limit',
          in: 'query',
          description: 'Page size.',
          schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 },
        },
        cursor: {
          name: 'cursor',
          in: 'query',
          description:
            'Where to continue, from `nextCursor` of the previous page.',
          schema: { type: 'string' },
        },
        id: {
          name: 'id',
          in: 'path',
          required: true,
          schema: { type: 'string', format: 'uuid' },
        },
        idempotencyKey: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description:
            'Repeating a request with the same key repeats the answer, not the effect.',
          schema: { type: 'string', minLength: 8, maxLength: 64 },
        },
      },
      schemas: {
        ...schemas,
        Problem: {
          type: 'object',
          required: ['title', 'status'],
          properties: {
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            traceId: { type: 'string' },
          },
        },
      },
    },
  };
}

function nounPaths({ emailDomain, stage }: ApiContext, noun: string) {
  const type = pascal(noun);
  const thing = spaced(noun);
  const things = plural(thing);
  const tags = [plural(noun)];
  const example = nounExample(noun, emailDomain);
  const { statuses } = shapeOf(noun);
  const one = {
    description: sentence(`the ${thing}.`),
    content: json(ref(type), example),
  };
  const writes = stage >= 2;
  const collection = `/${plural(noun)}`;

  return {
    [collection]: {
      get: {
        operationId: `list${plural(type)}`,
        summary: `List ${things}`,
        tags,
        parameters: [
          {
            name: 'status',
            in: 'query',
            schema: { type: 'string', enum: statuses },
          },
          parameter('limit'),
          parameter('cursor'),
        ],
        responses: {
          200: {
            description: `A page of ${things}, newest first.`,
            content: json(ref(`${type}Page`), {
              items: [example],
              nextCursor: null,
            }),
          },
          400: problem('A parameter is not valid.'),
        },
      },
      ...(writes && {
        post: {
          operationId: `create${type}`,
          summary: `Create ${withArticle(thing)}`,
          tags,
          parameters: [parameter('idempotencyKey')],
          requestBody: {
            required: true,
            content: json(
              ref(`New${type}`),
              writableExample(noun, emailDomain),
            ),
          },
          responses: {
            201: one,
            400: problem('The body is not valid.'),
            409: problem('The key was used with another body.'),
          },
        },
      }),
    },
    [`${collection}/{id}`]: {
      get: {
        operationId: `get${type}`,
        summary: `Get ${withArticle(thing)}`,
        tags,
        parameters: [parameter('id')],
        responses: { 200: one, 404: problem(`No such ${thing}.`) },
      },
      ...(writes && {
        patch: {
          operationId: `update${type}`,
          summary: `Change ${withArticle(thing)}`,
          tags,
          parameters: [
            parameter('id'),
            {
              name: 'If-Match',
              in: 'header',
              required: true,
              description: '`version` the change is based on.',
              schema: { type: 'string' },
            },
          ],
          requestBody: { required: true, content: json(ref(`New${type}`)) },
          responses: {
            200: one,
            404: problem(`No such ${thing}.`),
            412: problem('Somebody else changed it in the meantime.'),
          },
        },
      }),
    },
    ...(writes && {
      [`${collection}/{id}/transitions`]: {
        post: {
          operationId: `transition${type}`,
          summary: `Move ${withArticle(thing)} to another status`,
          tags,
          parameters: [parameter('id'), parameter('idempotencyKey')],
          requestBody: {
            required: true,
            content: json(ref(`${type}Transition`), {
              to: statuses[statuses.length - 1],
              reason: `Requested by the owner of the ${thing}`,
            }),
          },
          responses: {
            200: one,
            409: problem('The status cannot be reached from the current one.'),
          },
        },
      },
    }),
  };
}

function nounSchemas(noun: string, stage: ApiStage) {
  const type = pascal(noun);
  const { statuses, fields } = shapeOf(noun);
  return {
    [type]: { ...nounSchema(noun), title: sentence(spaced(noun)) },
    [`${type}Page`]: {
      type: 'object',
      required: ['items'],
      properties: {
        items: { type: 'array', items: ref(type) },
        nextCursor: {
          type: ['string', 'null'],
          description: `Absent on the last page of ${camel(plural(noun))}.`,
        },
      },
    },
    ...(stage >= 2 && {
      [`New${type}`]: {
        type: 'object',
        properties: Object.fromEntries(
          fields.map(field => [field.name, fieldSchema(field)]),
        ),
      },
      [`${type}Transition`]: {
        type: 'object',
        required: ['to'],
        properties: {
          to: { type: 'string', enum: statuses },
          reason: { type: 'string', maxLength: 200 },
        },
      },
    }),
  };
}
