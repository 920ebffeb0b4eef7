import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { createContractRouter } from '@waymark/contract-node';
import { gitServiceRef } from '@waymark/git-node';
import { GIT_PUSH_TOPIC } from '@waymark/plugin-catalog-git-common';
import { forgeContract, forgePermissions } from '@waymark/plugin-forge-common';
import { GitAuthenticator } from './access/GitAuthenticator';
import { OwnershipReader } from './access/OwnershipReader';
import { RepositoryAccess } from './access/RepositoryAccess';
import { readForgeConfig } from './config';
import { createForgeRouter } from './createForgeRouter';
import { migrate } from './database/migrate';
import { TokenStore } from './database/TokenStore';
import { RepositoryRoot } from './repositories/RepositoryRoot';
import { createHandlers } from './router/createHandlers';
import { TokenService } from './tokens/TokenService';

/** Bare Git repositories that the portal serves itself, below `/forge`. */
export const forgePlugin = createBackendPlugin({
  pluginId: 'forge',
  register(env) {
    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        git: gitServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        rootHttpRouter: coreServices.rootHttpRouter,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auth, catalog, config, events, permissions, userInfo } = deps;
        deps.permissionsRegistry.addPermissions(forgePermissions);
        const forge = readForgeConfig(config);
        if (!forge) {
          deps.logger.info('There is no forge: forge.root is not configured');
          return;
        }
        const root = new RepositoryRoot(forge);
        const tokens = new TokenService({
          store: new TokenStore({ knex: await migrate(deps.database) }),
          now: () => new Date(),
        });
        const { anonymousRead, pagesUrl } = forge;
        const ownership = new OwnershipReader({
          auth,
          catalog,
          root,
          pagesUrl,
        });
        deps.rootHttpRouter.use(
          '/forge',
          createForgeRouter({
            ...deps,
            ...forge,
            root,
            authenticator: new GitAuthenticator({ auth, tokens }),
            access: new RepositoryAccess({
              permissions,
              userInfo,
              ownership,
              anonymousRead,
            }),
            // The catalog follows a push at once, not at the next scan.
            onPushed: ({ owner, name }) =>
              events.publish({
                topic: GIT_PUSH_TOPIC,
                eventPayload: { repository: `${owner}/${name}` },
              }),
          }),
        );
        deps.httpRouter.use(
          await createContractRouter(forgeContract, {
            ...deps,
            handlers: createHandlers({ root, tokens, baseUrl: forge.baseUrl }),
          }),
        );
      },
    });
  },
});
