import type { FastifyPluginCallback } from 'fastify';
import type { Readiness } from './Readiness.ts';

export interface Health {
  readiness: Readiness;
  /** Throws when the database does not answer. */
  pingDatabase: () => Promise<unknown>;
}

/** Probes: often asked, so they are neither logged nor in the OpenAPI document. */
const probe = { logLevel: 'warn', schema: { hide: true } } as const;

/**
 * `/healthz`: the process lives; a failure means restart it. It does not look at the database,
 * for restarting this process would not cure that.
 * `/readyz`: requests can be served; a failure means send them elsewhere.
 */
export const healthRoutes: FastifyPluginCallback<Health> = (
  app,
  { readiness, pingDatabase },
  done,
) => {
  app.get('/healthz', probe, () => ({ status: 'ok' }));

  app.get('/readyz', probe, async (request, reply) => {
    const { phase } = readiness;
    if (phase !== 'ready') return reply.code(503).send({ status: phase });
    try {
      await pingDatabase();
      return { status: 'ready' };
    } catch (error) {
      request.log.warn({ err: error }, 'the database does not answer');
      return reply.code(503).send({ status: 'database unavailable' });
    }
  });
  done();
};
