import { authServiceFactory } from '@backstage/backend-defaults/auth';
import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import permissionPlugin from '@backstage/plugin-permission-backend';
import type { JsonObject } from '@backstage/types';
import httpAuth from '@waymark/machine-auth-node';
import rolePolicy from '@waymark/plugin-permission-backend-module-waymark';
import type { Knex } from 'knex';
import doraPlugin from '..';
import { component, group } from './testDora';

/** The plugin behind authentication and permissions as the portal has them, not the stand-ins of tests. For tests only. */
export function startGuarded(options: {
  knex: Knex;
  externalAccess: JsonObject[];
  dora: JsonObject;
}) {
  const { knex, externalAccess, dora } = options;
  // knex hides the password from spreading.
  const { connection } = knex.client.config;
  return startTestBackend({
    features: [
      doraPlugin,
      authServiceFactory,
      httpAuth,
      permissionsServiceFactory,
      permissionPlugin,
      rolePolicy,
      mockServices.scheduler.mock().factory,
      catalogServiceMock.factory({
        entities: [group('shop'), component('orders')],
      }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://localhost:7007',
            auth: { externalAccess },
            // Each plugin has its keys in a schema of its own.
            database: {
              client: 'pg',
              connection: { ...connection, password: connection.password },
              pluginDivisionMode: 'schema',
            },
          },
          permission: { enabled: true },
          waymark: {
            privacy: { pseudonymKey: 'only-for-the-tests' },
            roles: { admin: { members: ['*'], permissions: ['*'] } },
          },
          dora,
        },
      }),
    ],
  });
}
