import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildApp } from './buildApp.ts';
import { ConfigError, readConfig, type Config } from './config.ts';
import { connect } from './database/connect.ts';
import { migrate, migrationsFolder } from './database/migrate.ts';
import { createMetrics, createMetricsServer } from './metrics.ts';
import { Readiness } from './Readiness.ts';
import { reasonOf } from './reasonOf.ts';
import { stopOnSignal } from './stopOnSignal.ts';
import { PostgresTaskStore } from './tasks/PostgresTaskStore.ts';
import { stopTelemetry } from './telemetry.ts';

const builtWeb = fileURLToPath(new URL('../../dist/web', import.meta.url));

async function serve(config: Config) {
  const readiness = new Readiness();
  const metrics = createMetrics();
  const metricsServer = createMetricsServer(metrics);
  const pool = connect(config.database);
  const webRoot = existsSync(builtWeb) ? builtWeb : undefined;
  const app = await buildApp({
    tasks: new PostgresTaskStore(pool),
    health: { readiness, pingDatabase: () => pool.query('SELECT 1') },
    metrics,
    logging: { level: config.logLevel },
    webRoot,
  });
  pool.on('error', error => {
    app.log.warn({ err: error }, 'an idle connection to the database broke');
  });

  // Listens before it migrates: the probes tell a long migration from a process that hangs.
  metricsServer.listen(config.metricsPort, config.host);
  await once(metricsServer, 'listening');
  await app.listen({ host: config.host, port: config.port });
  const migrating = migrate(pool, migrationsFolder);
  stopOnSignal({
    log: app.log,
    readiness,
    steps: [
      () => app.close(),
      () => migrating.catch(() => undefined),
      () => pool.end(),
      () => metricsServer[Symbol.asyncDispose](),
      stopTelemetry,
    ],
  });
  if (!webRoot) {
    app.log.warn('only the API is served: `npm run build` makes the page');
  }
  for (const name of await migrating) {
    app.log.info({ migration: name }, 'migrated');
  }
  readiness.markReady();
  app.log.info(readiness.phase);
}

/** The last line of a process that could not start, in the form of all the others. */
function reportFatal(error: unknown) {
  const time = new Date().toISOString();
  const line = { level: 'fatal', time, message: reasonOf(error) };
  const { stack } = error as Error;
  const cause = error instanceof ConfigError ? {} : { stack };
  console.error(JSON.stringify({ ...line, ...cause }));
}

/** Serves until a signal ends it; ends with 1 when it cannot. */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  try {
    await serve(readConfig(env));
  } catch (error) {
    reportFatal(error);
    process.exit(1);
  }
}
