/**
 * Serves endpoint contracts in backend plugins.
 *
 * @packageDocumentation
 */
export { createContractRouter } from './createContractRouter';
export { PayloadTooLargeError, TooManyRequestsError } from './errors';
export { createRawBodyReader } from './steps/readBody';
export { RequestRate } from './steps/RequestRate';
export type {
  CallContext,
  CallerCredentials,
  ContractHandlers,
  ContractRouterOptions,
} from './types';
