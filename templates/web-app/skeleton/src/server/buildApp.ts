import helmet from '@fastify/helmet';
import Fastify from 'fastify';
import {
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod';
import { describeApi } from './describeApi.ts';
import { healthRoutes, type Health } from './healthRoutes.ts';
import { loggerOptions, type Logging } from './logging.ts';
import { measureRequests, type Metrics } from './metrics.ts';
import { answerError, answerNotFound } from './problems.ts';
import { securityHeaders } from './securityHeaders.ts';
import { serveWeb } from './serveWeb.ts';
import type { TaskStore } from './tasks/TaskStore.ts';
import { taskRoutes } from './tasks/taskRoutes.ts';
import { traceRoutes } from './traceRoutes.ts';

const BODY_LIMIT_BYTES = 64 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;

export interface Parts {
  tasks: TaskStore;
  health: Health;
  metrics: Metrics;
  logging: Logging;
  /** The folder of the built frontend; without it only the API is served. */
  webRoot?: string | undefined;
}

/** Puts the application together; nothing listens yet. */
export async function buildApp(parts: Parts) {
  const app = Fastify({
    logger: loggerOptions(parts.logging),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerNotFound);

  traceRoutes(app);
  measureRequests(app, parts.metrics);
  await app.register(helmet, securityHeaders);
  await describeApi(app);

  await app.register(healthRoutes, parts.health);
  await app.register(taskRoutes, { prefix: '/api/tasks', store: parts.tasks });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  if (parts.webRoot) await serveWeb(app, parts.webRoot);
  return app;
}
