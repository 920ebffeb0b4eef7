import { ConfigReader } from '@backstage/config';
import { probeConfig } from './probeConfig';

const probe = (database: object) =>
  probeConfig(new ConfigReader({ backend: { database } } as object), 2000).get(
    'backend.database',
  );

describe('probeConfig', () => {
  it('keeps the connection and creates nothing', () => {
    expect(
      probe({
        client: 'pg',
        connection: 'postgresql://localhost',
        pluginDivisionMode: 'schema',
        ensureExists: true,
      }),
    ).toEqual({
      client: 'pg',
      connection: 'postgresql://localhost',
      pluginDivisionMode: 'schema',
      ensureExists: false,
      ensureSchemaExists: false,
      plugin: {
        catalog: {
          ensureExists: false,
          knexConfig: {
            pool: {
              min: 0,
              max: 1,
              acquireTimeoutMillis: 2000,
              createTimeoutMillis: 2000,
            },
          },
        },
      },
    });
  });

  it("uses the catalog's own connection, with its pool made small", () => {
    expect(
      probe({
        client: 'pg',
        connection: {},
        plugin: {
          catalog: {
            connection: { host: 'catalog-db' },
            knexConfig: { debug: true, pool: { max: 50 } },
          },
        },
      }),
    ).toMatchObject({
      plugin: {
        catalog: {
          connection: { host: 'catalog-db' },
          knexConfig: { debug: true, pool: { min: 0, max: 1 } },
        },
      },
    });
  });
});
