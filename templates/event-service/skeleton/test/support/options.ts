import { pino } from 'pino';
import { type Config, readConfig } from '../../src/config.ts';

export const silent = pino({ level: 'silent' });

/** A configuration for tests: quick to poll and to retry, on a port of its own. */
export function testConfig(env: NodeJS.ProcessEnv = {}): Config {
  return readConfig({
    HOST: '127.0.0.1',
    PORT: '0',
    DATABASE_URL: 'postgresql://127.0.0.1/unused',
    BROKER_URL: 'memory',
    EVENT_TOPIC: 'orders',
    POLL_INTERVAL_MS: '20',
    RETRY_FIRST_DELAY_MS: '10',
    RETRY_LONGEST_DELAY_MS: '50',
    RETRY_MAX_ATTEMPTS: '3',
    ...env,
  });
}
