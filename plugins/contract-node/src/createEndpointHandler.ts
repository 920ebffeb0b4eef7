import type { Endpoint } from '@waymark/contract-common';
import type { Request, Response } from 'express';
import type { Limits } from './readLimits';
import { authenticate } from './steps/authenticate';
import { authorise } from './steps/authorise';
import { hangUpSignal } from './steps/hangUpSignal';
import { RateLimit } from './steps/RateLimit';
import { openStream } from './steps/openStream';
import { createBodyReader } from './steps/readBody';
import { createQueryReader } from './steps/readQuery';
import { validate, type ValidatedParts } from './steps/validate';
import { withAudit } from './steps/withAudit';
import type { CallContext, ContractRouterOptions } from './types';

/** A handler after its types were erased; the contract vouches for them. */
export type AnyHandler = (
  context: ValidatedParts & CallContext,
) => Promise<unknown>;

export type Services = Pick<
  ContractRouterOptions<never>,
  'httpAuth' | 'permissions' | 'auditor'
> & { limits: Limits; rateLimit: RateLimit };

/**
 * One endpoint, from request to answer.
 *
 * The order matters: nothing of a request is read before its caller is known,
 * within the rate and allowed, so a stranger cannot make the server parse.
 */
export function createEndpointHandler(
  endpoint: Endpoint,
  handler: AnyHandler,
  services: Services,
): (req: Request, res: Response) => Promise<void> {
  const { httpAuth, permissions, auditor, limits } = services;
  const { params, query, body, stream, status = 200 } = endpoint;
  const rateLimit = endpoint.requestsPerMinute
    ? new RateLimit(endpoint.requestsPerMinute)
    : services.rateLimit;
  const readQuery = query && createQueryReader(query);
  const readBody =
    body &&
    createBodyReader(
      endpoint.maxBodyBytes ?? limits.bodyBytes,
      endpoint.contentTypes,
    );

  return async (req, res) => {
    const signal = hangUpSignal(res);
    const credentials = await authenticate(req, httpAuth);
    await rateLimit.consume(credentials, res);
    await authorise(endpoint.permission, credentials, permissions);
    await readBody?.(req, res);
    const input = validate([
      { name: 'params', schema: params, value: req.params },
      { name: 'query', schema: query, value: readQuery?.(req) },
      { name: 'body', schema: body, value: req.body },
    ]);
    const reply = await withAudit({ endpoint, req, auditor }, () =>
      handler({
        ...input,
        credentials,
        signal,
        headers: req.headers,
        ...(stream && { stream: openStream(req, stream) }),
      }),
    );
    res.status(status);
    if (status === 204) {
      res.end();
    } else {
      res.json(reply);
    }
  };
}
