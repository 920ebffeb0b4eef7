import {
  assertContract,
  toOpenApi,
  type Contract,
} from '@waymark/contract-common';
import type { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  createEndpointHandler,
  type AnyHandler,
} from './createEndpointHandler';
import { readLimits } from './readLimits';
import { authenticate } from './steps/authenticate';
import { RateLimit } from './steps/RateLimit';
import type { ContractRouterOptions } from './types';

/**
 * Serves a contract: authentication, rate limit, permission, body bound,
 * validation, audit, handler, in this order.
 *
 * `GET /openapi.json` serves the OpenAPI document to any signed-in principal.
 *
 * @throws Error if the contract cannot be served (a write without `audit`, a
 * path parameter without schema), or if `waymark.limits` is not valid.
 */
export async function createContractRouter<C extends Contract>(
  contract: C,
  options: ContractRouterOptions<C>,
): Promise<Router> {
  assertContract(contract);
  const { handlers, httpAuth, permissions, auditor, config } = options;
  const limits = readLimits(config);
  const rateLimit = new RateLimit(limits.requestsPerMinute);
  const document = toOpenApi(contract);
  const router = PromiseRouter();

  router.get('/openapi.json', async (req, res) => {
    await rateLimit.consume(await authenticate(req, httpAuth), res);
    res.json(document);
  });
  for (const [name, endpoint] of Object.entries(contract.endpoints)) {
    router[endpoint.method](
      endpoint.path,
      createEndpointHandler(endpoint, handlers[name] as AnyHandler, {
        httpAuth,
        permissions,
        auditor,
        limits,
        rateLimit,
      }),
    );
  }
  return router;
}
