import { stopTelemetry } from './telemetry.ts';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildApp } from './buildApp.ts';
import { readConfig, type Config } from './config.ts';
import { connect } from './database/connect.ts';
import { migrate, migrationsFolder } from './database/migrate.ts';
import { createMetrics, createMetricsServer } from './metrics.ts';
import { Readiness } from './Readiness.ts';
import { stopOnSignal } from './stopOnSignal.ts';
import { PostgresTaskStore } from './tasks/PostgresTaskStore.ts';

const builtWeb = fileURLToPath(new URL('../../dist/web', import.meta.url));

async function start(config: Config) {
  const readiness = new Readiness();
  const metrics = createMetrics();
  const pool = connect(config.database);
  const app = await buildApp({
    tasks: new PostgresTaskStore(pool),
    health: { readiness, pingDatabase: () => pool.query('SELECT 1') },
    metrics,
    logging: { level: config.logLevel },
    webRoot: existsSync(builtWeb) ? builtWeb : undefined,
  });
  const metricsServer = createMetricsServer(metrics);
  pool.on('error', error => {
    app.log.warn({ err: error }, 'an idle connection to the database broke');
  });
  stopOnSignal({
    log: app.log,
    readiness,
    delayMs: config.shutdownDelayMs,
    steps: [
      () => app.close(),
      () => pool.end(),
      () => metricsServer[Symbol.asyncDispose](),
      stopTelemetry,
    ],
  });

  // Listens before it migrates: the probes tell a long migration from a process that hangs.
  await once(
    metricsServer.listen(config.metricsPort, config.host),
    'listening',
  );
  await app.listen({ host: config.host, port: config.port });
  if (!existsSync(builtWeb)) {
    app.log.warn('only the API is served: `npm run build` makes the page');
  }
  for (const name of await migrate(pool, migrationsFolder)) {
    app.log.info({ migration: name }, 'migrated');
  }
  readiness.markReady();
  app.log.info('ready');
}

try {
  await start(readConfig(process.env));
} catch (error) {
  const { name, message, stack } = error as Error;
  const line = { level: 'fatal', message, ...(name === 'ConfigError' ? {} : { stack }) };
  console.error(JSON.stringify({ time: new Date().toISOString(), ...line }));
  process.exit(1);
}
