import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { gitServiceRef } from '@waymark/git-node';
import { createCatalogAwaitAction } from './actions/createCatalogAwaitAction';
import { createPublishGitAction } from './actions/createPublishGitAction';

/** What templates of the golden paths can do besides the upstream actions. */
export const scaffolderModuleGoldenPaths = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'golden-paths',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        git: gitServiceRef,
      },
      async init({ actions, auth, catalog, config, git }) {
        const integrations = ScmIntegrations.fromConfig(config);
        actions.addActions(
          createPublishGitAction({ git, integrations, config }),
          createCatalogAwaitAction({ auth, catalog }),
        );
      },
    });
  },
});
