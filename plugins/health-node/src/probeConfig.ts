import { ConfigReader, type Config } from '@backstage/config';
import type { JsonObject } from '@backstage/types';

/** The plugin whose database is asked: without the catalog there is no portal. */
export const PROBED_PLUGIN = 'catalog';

/**
 * The database configuration for probes: the catalog's own connection, whatever
 * its type, but opened when it is needed, and no attempt to create a database
 * or schema.
 *
 * @param timeoutMs - for getting the connection
 * @param connections - at most
 */
export function probeConfig(
  config: Config,
  timeoutMs: number,
  connections = 1,
): Config {
  const database = config.get<JsonObject>('backend.database');
  const plugin = config.getOptional<JsonObject>(
    `backend.database.plugin.${PROBED_PLUGIN}`,
  );
  const knexConfig = plugin?.knexConfig as JsonObject | undefined;
  return new ConfigReader({
    backend: {
      database: {
        ...database,
        ensureExists: false,
        ensureSchemaExists: false,
        plugin: {
          [PROBED_PLUGIN]: {
            ...plugin,
            ensureExists: false,
            knexConfig: {
              ...knexConfig,
              pool: {
                min: 0,
                max: connections,
                acquireTimeoutMillis: timeoutMs,
                createTimeoutMillis: timeoutMs,
              },
            },
          },
        },
      },
    },
  });
}
