import type { Service } from '../domain/types';
import { plural, spaced } from '../domain/words';
import { nounPaths, nounSchemas } from './openapiNouns';
import { predictionPaths, PREDICTION_SCHEMAS } from './openapiPrediction';

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
