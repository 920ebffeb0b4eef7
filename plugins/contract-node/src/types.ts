import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import type {
  AuditorService,
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type {
  Contract,
  EndpointReply,
  EndpointRequest,
} from '@waymark/contract-common';

/** Credentials of a caller; anonymous callers never reach a handler. */
export type CallerCredentials = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

export interface CallContext {
  credentials: CallerCredentials;
  /** Aborted when the caller hangs up before the answer is sent. */
  signal: AbortSignal;
  /** As sent, with lower-case names. */
  headers: Readonly<IncomingHttpHeaders>;
  /** The body of an endpoint with `stream`, decompressed. */
  stream?: Readable;
}

/** One handler per endpoint; it sees validated input and returns the answer. */
export type ContractHandlers<C extends Contract> = {
  [K in keyof C['endpoints']]: (
    context: EndpointRequest<C['endpoints'][K]> & CallContext,
  ) => Promise<EndpointReply<C['endpoints'][K]>>;
};

export interface ContractRouterOptions<C extends Contract> {
  handlers: ContractHandlers<C>;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  config: RootConfigService;
}
