import { discoveryServiceFactory } from '@backstage/backend-defaults/discovery';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import authPlugin from '@backstage/plugin-auth-backend';
import githubProvider from '@backstage/plugin-auth-backend-module-github-provider';
import gitlabProvider from '@backstage/plugin-auth-backend-module-gitlab-provider';
import microsoftProvider from '@backstage/plugin-auth-backend-module-microsoft-provider';
import oidcProvider from '@backstage/plugin-auth-backend-module-oidc-provider';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { databaseOf } from './databaseOf';

/** One replica: the auth backend with the providers of the portal. */
export async function startAuth(options: {
  config: JsonObject;
  knex: Knex;
  entities: Entity[];
}): Promise<{ origin: string; stop: () => Promise<void> }> {
  const { config, knex, entities } = options;
  const backend = await startTestBackend({
    features: [
      authPlugin,
      githubProvider,
      gitlabProvider,
      microsoftProvider,
      oidcProvider,
      // All replicas have the address of the portal, not one of their own.
      discoveryServiceFactory,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          ...config,
          app: { baseUrl: 'http://localhost:7007' },
          backend: {
            baseUrl: 'http://localhost:7007',
            database: databaseOf(knex),
          },
        },
      }),
    ],
  });
  return {
    origin: `http://localhost:${backend.server.port()}`,
    stop: () => backend.stop(),
  };
}
