import type { z } from 'zod';
import type { Endpoint } from './endpoint';
import type { Webhook } from './webhook';

export type Endpoints = Record<string, Endpoint>;

/** All endpoints that one backend plugin serves under `/api/<pluginId>`. */
export interface Contract<E extends Endpoints = Endpoints> {
  pluginId: string;
  title: string;
  /** Version of the contract, semantic versioning. */
  version: string;
  /** The key is the name of the client method and the OpenAPI `operationId`. */
  endpoints: E;
  /** Addresses without a permission, guarded by signatures; the key is the OpenAPI `operationId`. */
  webhooks?: Readonly<Record<string, Webhook>>;
}

/** Returns the contract unchanged; exists so that its types are inferred. */
export function defineContract<E extends Endpoints>(
  contract: Contract<E>,
): Contract<E> {
  return contract;
}

type In<S> = S extends z.ZodType ? z.input<S> : never;
type Out<S> = S extends z.ZodType ? z.output<S> : undefined;

/** `{ key: input }`, with an optional key where `{}` is a valid input. */
type Part<K extends string, S> = S extends z.ZodType
  ? {} extends z.input<S>
    ? { [key in K]?: In<S> }
    : { [key in K]: In<S> }
  : {};

/** What a caller passes: only the parts that the endpoint declares. */
export type EndpointInput<E> = E extends Endpoint<
  infer P,
  infer Q,
  infer B,
  infer _R
>
  ? Part<'params', P> & Part<'query', Q> & Part<'body', B>
  : never;

/** What a handler sees after validation; parts not declared are `undefined`. */
export type EndpointRequest<E> = E extends Endpoint<
  infer P,
  infer Q,
  infer B,
  infer _R
>
  ? { params: Out<P>; query: Out<Q>; body: Out<B> }
  : never;

/** What a handler returns, before it becomes JSON. */
export type EndpointReply<E extends Endpoint> = z.input<E['response']>;

/** What a client receives. */
export type EndpointOutput<E extends Endpoint> = z.output<E['response']>;
