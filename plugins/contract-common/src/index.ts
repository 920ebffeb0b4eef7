/**
 * Endpoint contracts as data.
 *
 * @packageDocumentation
 */
export { assertContract } from './assertContract';
export {
  createContractClient,
  type ClientCallOptions,
  type ContractClient,
  type ContractClientOptions,
} from './client';
export {
  defineContract,
  type Contract,
  type EndpointInput,
  type EndpointOutput,
  type EndpointReply,
  type EndpointRequest,
  type Endpoints,
} from './contract';
export {
  defineEndpoint,
  type Endpoint,
  type EndpointAudit,
  type EndpointStream,
  type MaybeSchema,
  type Method,
} from './endpoint';
export { toOpenApi, type OpenApiDocument } from './openapi/toOpenApi';
export { toPathTemplate } from './path';
export type { Webhook } from './webhook';
