import { createServer, type Server } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { Histogram, Registry, collectDefaultMetrics } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The figures of this process and of the requests that it served. */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by route: probes are not counted.',
    labelNames: ['method', 'route', 'status_code'],
    buckets: SECONDS,
    registers: [registry],
  });
  return { registry, requests };
}

export type Metrics = ReturnType<typeof createMetrics>;

const UNCOUNTED = new Set(['/healthz', '/readyz']);

/** Counts by the pattern of the route, never by the address: addresses have no end. */
export function measureRequests(app: FastifyInstance, { requests }: Metrics) {
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'none';
    if (!UNCOUNTED.has(route)) {
      requests.observe(
        { method: request.method, route, status_code: reply.statusCode },
        reply.elapsedTime / 1_000,
      );
    }
    done();
  });
}

/** Serves `/metrics` on a port of its own, which the network policy opens to Prometheus alone. */
export function createMetricsServer({ registry }: Metrics): Server {
  return createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      text => {
        response
          .writeHead(200, { 'content-type': registry.contentType })
          .end(text);
      },
      () => response.writeHead(500).end(),
    );
  });
}
