import { ResponseError } from '@backstage/errors';
import type {
  Contract,
  Endpoints,
  EndpointInput,
  EndpointOutput,
} from './contract';
import type { Endpoint } from './endpoint';
import { fillPath } from './path';
import { toQueryString } from './query';

export interface ClientCallOptions {
  /** Bearer token; in the browser the fetch API adds it by itself. */
  token?: string;
  signal?: AbortSignal;
}

type ClientMethod<E extends Endpoint> = {} extends EndpointInput<E>
  ? (
      input?: EndpointInput<E>,
      options?: ClientCallOptions,
    ) => Promise<EndpointOutput<E>>
  : (
      input: EndpointInput<E>,
      options?: ClientCallOptions,
    ) => Promise<EndpointOutput<E>>;

/** One method per endpoint of the contract. */
export type ContractClient<C extends { endpoints: Endpoints }> = {
  [K in keyof C['endpoints']]: ClientMethod<C['endpoints'][K]>;
};

export interface ContractClientOptions {
  discovery: { getBaseUrl(pluginId: string): Promise<string> };
  fetch: typeof fetch;
}

interface LooseInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/**
 * A typed client of a contract, for browser and backend.
 *
 * Answers are parsed with the endpoint's response schema.
 *
 * @throws ResponseError for every answer that is not 2xx; its `cause` carries
 * name and message of the error the server threw.
 */
export function createContractClient<E extends Endpoints>(
  contract: Contract<E>,
  options: ContractClientOptions,
): ContractClient<Contract<E>> {
  const methods = Object.entries(contract.endpoints).map(
    ([name, endpoint]) =>
      [
        name,
        async (input: LooseInput = {}, call: ClientCallOptions = {}) => {
          const baseUrl = await options.discovery.getBaseUrl(contract.pluginId);
          const response = await options.fetch(
            toUrl(baseUrl, endpoint, input),
            toRequestInit(endpoint, input, call),
          );
          if (!response.ok) {
            throw await ResponseError.fromResponse(response);
          }
          return parseAnswer(
            `${contract.pluginId}.${name}`,
            endpoint,
            response,
          );
        },
      ] as const,
  );
  return Object.fromEntries(methods) as ContractClient<Contract<E>>;
}

function toUrl(baseUrl: string, endpoint: Endpoint, input: LooseInput): string {
  const path = fillPath(endpoint.path, input.params ?? {});
  return `${baseUrl}${path}${toQueryString(input.query ?? {})}`;
}

function toRequestInit(
  endpoint: Endpoint,
  input: LooseInput,
  { token, signal }: ClientCallOptions,
): RequestInit {
  const hasBody = endpoint.body !== undefined && input.body !== undefined;
  return {
    method: endpoint.method.toUpperCase(),
    headers: {
      accept: 'application/json',
      ...(hasBody && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
    },
    ...(hasBody && { body: JSON.stringify(input.body) }),
    ...(signal && { signal }),
  };
}

async function parseAnswer(
  operation: string,
  endpoint: Endpoint,
  response: Response,
): Promise<unknown> {
  const text = await response.text();
  const answer = endpoint.response.safeParse(
    text === '' ? undefined : JSON.parse(text),
  );
  if (!answer.success) {
    const [issue] = answer.error.issues;
    throw new Error(
      `Unexpected answer of ${operation} at '${issue.path.join('.')}': ${
        issue.message
      }`,
    );
  }
  return answer.data;
}
