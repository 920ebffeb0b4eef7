/**
 * Serves endpoint contracts in backend plugins.
 *
 * @packageDocumentation
 */
export { createContractRouter } from './createContractRouter';
export { PayloadTooLargeError, TooManyRequestsError } from './errors';
export type {
  CallContext,
  CallerCredentials,
  ContractHandlers,
  ContractRouterOptions,
} from './types';
