import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { z } from 'zod';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** A zod schema, or nothing where an endpoint does not take that part of a request. */
export type MaybeSchema = z.ZodType | undefined;

/** How a call of an endpoint appears in the audit log. */
export interface EndpointAudit {
  /** Kebab case, for example `repository-refresh`. */
  eventId: string;
  /** Default `medium`, the customary level of writes. */
  severity?: 'low' | 'medium' | 'high' | 'critical';
}

/** A body that is too long for memory. It may be compressed with gzip. */
export interface EndpointStream {
  /** Media types that are taken. */
  contentTypes: readonly string[];
  summary: string;
}

/**
 * One HTTP endpoint as data.
 *
 * All schemas describe what travels on the wire: a client sends the input of
 * `params`, `query` and `body`, the handler sees their output; the handler
 * returns the input of `response`, the client sees its output.
 */
export interface Endpoint<
  P extends MaybeSchema = MaybeSchema,
  Q extends MaybeSchema = MaybeSchema,
  B extends MaybeSchema = MaybeSchema,
  R extends z.ZodType = z.ZodType,
> {
  method: Method;
  /** Express style: `/repositories/:owner/:name`. */
  path: string;
  summary: string;
  /** Every endpoint has a named permission; there is no public endpoint. */
  permission: BasicPermission;
  /** Object schema whose keys are the `:names` of the path. */
  params?: P;
  /** Object schema; a key whose schema is an array may be repeated in the URL. */
  query?: Q;
  body?: B;
  /** The JSON answer; with status 204 there is none. */
  response: R;
  /** Default 200. */
  status?: number;
  /** Bound of the request body in bytes; default `waymark.limits.bodyBytes`. */
  maxBodyBytes?: number;
  /** Media types that are JSON too, besides `application/json`. */
  contentTypes?: readonly string[];
  /** The body is not read but handed to the handler as it comes; excludes `body`. */
  stream?: EndpointStream;
  /**
   * Own bound of requests per minute and principal, with a counter of its own;
   * default `waymark.limits.requestsPerMinute`, counted over the whole plugin.
   */
  requestsPerMinute?: number;
  /** Required for every method but GET. */
  audit?: EndpointAudit;
}

/** Returns the endpoint unchanged; exists so that its types are inferred. */
export function defineEndpoint<
  R extends z.ZodType,
  P extends MaybeSchema = undefined,
  Q extends MaybeSchema = undefined,
  B extends MaybeSchema = undefined,
>(endpoint: Endpoint<P, Q, B, R>): Endpoint<P, Q, B, R> {
  return endpoint;
}
