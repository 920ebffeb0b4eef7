import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  LogController,
} from 'fastify';
import type { Broker } from '../broker/broker.ts';
import type { Database } from '../database/database.ts';
import type { Metrics } from '../observability/metrics.ts';
import { addHealthRoutes, type Readiness } from './health.ts';
import { addOrderRoutes } from './orders.ts';
import { Problem, sendProblem } from './problem.ts';

export interface ServerOptions {
  readonly database: Database;
  readonly broker: Broker;
  readonly metrics: Metrics;
  readonly log: FastifyBaseLogger;
  readonly readiness: Readiness;
  readonly eventTopic: string;
  /** There is a new event in the outbox. */
  readonly onEvent: () => void;
}

export function createServer(options: ServerOptions): FastifyInstance {
  const app: FastifyInstance = Fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 64 * 1024,
  });
  observe(app, options.metrics);
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, new Problem(404, 'There is nothing here.')),
  );
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    if (error instanceof Problem) return sendProblem(reply, error);
    const status = error.statusCode ?? 500;
    if (status < 500)
      return sendProblem(reply, new Problem(status, error.message));
    request.log.error({ err: error }, 'A request failed');
    return sendProblem(reply, new Problem(500, 'Something went wrong here.'));
  });
  addHealthRoutes(app, options);
  addOrderRoutes(app, options);
  return app;
}

/** Measures every request by its route, and logs those that people or services make. */
function observe(app: FastifyInstance, { httpDuration }: Metrics): void {
  app.addHook('onResponse', (request, reply, done) => {
    const { method } = request;
    const { url: route = 'unknown', config } = request.routeOptions;
    const status = reply.statusCode;
    httpDuration.observe(
      { method, route, status_code: status },
      reply.elapsedTime / 1000,
    );
    if (!config.isProbe) {
      request.log.info(
        { method, route, status, ms: Math.round(reply.elapsedTime) },
        'Answered',
      );
    }
    done();
  });
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Asked by machines all the time: not worth a line in the log. */
    isProbe?: boolean;
  }
}
