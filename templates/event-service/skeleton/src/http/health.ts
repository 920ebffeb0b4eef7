import type { FastifyInstance } from 'fastify';
import type { Broker } from '../broker/broker.ts';
import type { Database } from '../database/database.ts';
import type { Metrics } from '../observability/metrics.ts';

export interface Readiness {
  /** Set while the service takes requests: not before the schema is there, not while it drains. */
  accepts: boolean;
}

const PATIENCE_MS = 1_000;

export function addHealthRoutes(
  app: FastifyInstance,
  {
    database,
    broker,
    metrics,
    readiness,
  }: {
    database: Database;
    broker: Broker;
    metrics: Metrics;
    readiness: Readiness;
  },
): void {
  const probe = { config: { isProbe: true } };

  /** The process runs. It looks at nothing else: a restart would not bring a database back. */
  app.get('/healthz', probe, () => ({ status: 'ok' }));

  /**
   * Requests may come. Without the broker they may as well: their events wait in the
   * outbox. So the broker is reported, and does not take the service out of rotation.
   */
  app.get('/readyz', probe, async (_request, reply) => {
    const [isDatabaseUp, isBrokerUp] = await Promise.all([
      answers(database.query('SELECT 1')),
      answers(broker.check()),
    ]);
    const isReady = readiness.accepts && isDatabaseUp;
    return reply.code(isReady ? 200 : 503).send({
      status: isReady ? 'ready' : 'not ready',
      accepts: readiness.accepts,
      database: isDatabaseUp ? 'up' : 'down',
      broker: isBrokerUp ? 'up' : 'down',
    });
  });

  app.get('/metrics', probe, async (_request, reply) =>
    reply
      .type(metrics.registry.contentType)
      .send(await metrics.registry.metrics()),
  );
}

async function answers(question: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>(resolve => {
    timer = setTimeout(() => {
      resolve(false);
    }, PATIENCE_MS);
  });
  try {
    return await Promise.race([
      question.then(
        () => true,
        () => false,
      ),
      patience,
    ]);
  } finally {
    clearTimeout(timer);
  }
}
