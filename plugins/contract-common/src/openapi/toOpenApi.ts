import type { Contract } from '../contract';
import { toPathTemplate } from '../path';
import { errorResponses, errorSchema } from './errorResponses';
import { toOperation, type OpenApiOperation } from './operation';
import { SchemaCollector, type JsonSchema } from './SchemaCollector';
import { toWebhookOperation } from './webhookOperation';

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string };
  servers: { url: string }[];
  paths: Record<string, Record<string, OpenApiOperation>>;
  components: {
    schemas: Record<string, JsonSchema>;
    responses: typeof errorResponses;
    securitySchemes: Record<string, object>;
  };
}

/**
 * The OpenAPI 3.1 document of a contract, as a plain object.
 *
 * It depends on nothing but the contract, so it can be committed and compared.
 *
 * @throws Error naming the schema, where one has no JSON form (`z.date()`).
 */
export function toOpenApi(contract: Contract): OpenApiDocument {
  const schemas = new SchemaCollector();
  const paths: OpenApiDocument['paths'] = {};
  for (const [operationId, endpoint] of Object.entries(contract.endpoints)) {
    const path = toPathTemplate(endpoint.path);
    paths[path] = {
      ...paths[path],
      [endpoint.method]: toOperation(operationId, endpoint, schemas),
    };
  }
  for (const [operationId, webhook] of Object.entries(
    contract.webhooks ?? {},
  )) {
    const path = toPathTemplate(webhook.path);
    paths[path] = {
      ...paths[path],
      post: toWebhookOperation(operationId, webhook),
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: contract.title, version: contract.version },
    servers: [{ url: `/api/${contract.pluginId}` }],
    paths,
    components: {
      schemas: { ...schemas.components, Error: errorSchema },
      responses: errorResponses,
      securitySchemes: {
        bearer: {
          type: 'http',
          scheme: 'bearer',
          description: 'Backstage user token or external access token',
        },
      },
    },
  };
}
