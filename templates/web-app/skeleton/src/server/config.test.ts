import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';
import { PORTS } from './ports.ts';

const DATABASE_URL = 'postgresql://app:hunter2@localhost/app';

describe('readConfig', () => {
  it('needs the database alone', () => {
    expect(readConfig({ DATABASE_URL })).toEqual({
      host: '0.0.0.0',
      port: PORTS.http,
      metricsPort: PORTS.metrics,
      logLevel: 'info',
      database: { url: DATABASE_URL, connections: 10 },
    });
  });

  it('names everything that is wrong at once', () => {
    const read = () => readConfig({ PORT: '70000', LOG_LEVEL: 'loud' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/PORT must be a whole number from 1 to 65535/);
    expect(read).toThrow(/LOG_LEVEL must be trace/);
    expect(read).toThrow(/DATABASE_URL must be the URL of a Postgres database/);
  });

  it('does not repeat a password', () => {
    const wrong = DATABASE_URL.replace('postgresql', 'mysql');
    expect(() => readConfig({ DATABASE_URL: wrong })).toThrow(
      expect.not.objectContaining({
        message: expect.stringContaining('hunter2') as string,
      }) as Error,
    );
  });
});
