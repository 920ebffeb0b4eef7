// First: it must have hold of `node:http` before anything loads it.
import { stopTracing } from './telemetry.ts';
import { openBroker } from './broker/connect.ts';
import { InvalidConfig, readConfig } from './config.ts';
import { openPostgres } from './database/database.ts';
import { handlers } from './handlers.ts';
import { identity } from './identity.ts';
import { createLog } from './observability/log.ts';
import { runService } from './service.ts';

/** Kubernetes kills after 30 s by default; a drain that takes this long hangs. */
const DRAIN_LIMIT_MS = 9_000;

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const stopping = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'Asked to stop');
      stopping.abort();
      setTimeout(() => {
        log.fatal('Draining took too long');
        process.exit(1);
      }, DRAIN_LIMIT_MS).unref();
    });
  }
  try {
    await runService({
      config,
      database: openPostgres({
        url: config.databaseUrl,
        poolSize: config.databasePoolSize,
        applicationName: identity.name,
        onLost: error => {
          log.warn({ err: error }, 'A database connection was lost');
        },
      }),
      broker: openBroker({ url: config.brokerUrl, clientId: identity.name }),
      handlers,
      log,
      signal: stopping.signal,
    });
    await stopTracing().catch((error: unknown) => {
      log.warn({ err: error }, 'The last traces were not exported');
    });
    log.info('Stopped');
  } catch (error) {
    log.fatal({ err: error }, 'The service cannot run');
    process.exitCode = 1;
  }
}

try {
  await main();
} catch (error) {
  // There is no log yet: it is configured by what is wrong.
  console.error(error instanceof InvalidConfig ? error.message : error);
  process.exitCode = 1;
}
// A broker's client may still hold a socket that it has no more use for.
process.exit();
