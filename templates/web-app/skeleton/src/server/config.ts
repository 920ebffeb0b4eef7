import { z } from 'zod';
import { PORTS } from './ports.ts';

/** The environment is not what the application needs; the message says what to change. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const PORT = 'must be a whole number from 1 to 65535';
const port = z.coerce
  .number({ error: PORT })
  .int(PORT)
  .min(1, PORT)
  .max(65_535, PORT);

const CONNECTIONS = 'must be a whole number from 1 to 100';

const environment = z.object({
  HOST: z.string().min(1, 'must not be empty').default('0.0.0.0'),
  PORT: port.default(PORTS.http),
  METRICS_PORT: port.default(PORTS.metrics),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error:
      'must be the URL of a Postgres database, such as postgresql://app:secret@localhost:5432/app',
  }),
  DATABASE_CONNECTIONS: z.coerce
    .number({ error: CONNECTIONS })
    .int(CONNECTIONS)
    .min(1, CONNECTIONS)
    .max(100, CONNECTIONS)
    .default(10),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'], {
      error: 'must be trace, debug, info, warn, error, fatal or silent',
    })
    .default('info'),
});

export type Config = ReturnType<typeof readConfig>;

/**
 * Reads all settings at once, so that one start shows everything that is wrong.
 * Values are not repeated in the message: one of them is a password.
 *
 * @throws ConfigError
 */
export function readConfig(env: NodeJS.ProcessEnv) {
  const result = environment.safeParse(env);
  if (!result.success) {
    const wrong = result.error.issues.map(
      ({ path, message }) => `${path.join('.')} ${message}`,
    );
    throw new ConfigError(`Wrong settings: ${wrong.join('; ')}.`);
  }
  const settings = result.data;
  return {
    host: settings.HOST,
    port: settings.PORT,
    metricsPort: settings.METRICS_PORT,
    logLevel: settings.LOG_LEVEL,
    database: {
      url: settings.DATABASE_URL,
      connections: settings.DATABASE_CONNECTIONS,
    },
  };
}
