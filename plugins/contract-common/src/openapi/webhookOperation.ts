import type { Webhook } from '../webhook';
import { errorReference } from './errorResponses';
import type { OpenApiOperation } from './operation';

/** The OpenAPI operation of a webhook; its body is the business of the tool that sends it. */
export function toWebhookOperation(
  operationId: string,
  { summary, proof, secrets, maxBodyBytes }: Webhook,
): OpenApiOperation {
  return {
    operationId,
    summary,
    description: `Guarded by ${proof.join(
      ' or ',
    )}, which must fit one of ${secrets}; without any the address is closed.`,
    'x-proof': proof,
    'x-max-body-bytes': maxBodyBytes,
    requestBody: { required: true, content: { 'application/json': {} } },
    responses: {
      202: { description: 'Taken; what could not be used is named' },
      400: errorReference('BadRequest'),
      401: errorReference('Unauthenticated'),
      413: errorReference('TooLarge'),
      429: errorReference('TooManyRequests'),
    },
    // No token of the portal.
    security: [],
  };
}
