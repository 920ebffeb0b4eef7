import { context } from '@opentelemetry/api';
import { RPCType, getRPCMetadata } from '@opentelemetry/core';
import type { FastifyInstance } from 'fastify';

/** Names the span of each request after its route, `GET /api/tasks`, instead of `GET` alone. */
export function traceRoutes(app: FastifyInstance) {
  app.addHook('onRequest', (request, _reply, done) => {
    const metadata = getRPCMetadata(context.active());
    const route = request.routeOptions.url;
    if (metadata?.type === RPCType.HTTP && route) metadata.route = route;
    done();
  });
}
