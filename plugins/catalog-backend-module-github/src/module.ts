import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { githubOrgEntityProviderTransformsExtensionPoint } from '@backstage/plugin-catalog-backend-module-github-org';
import { readTeamNamespace } from './config';
import { createTeamTransformer } from './createTeamTransformer';

/** Teaches the upstream organisation provider who leads a team. */
export const catalogModuleGithubTeamLeads = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'github-team-leads',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        transforms: githubOrgEntityProviderTransformsExtensionPoint,
      },
      async init({ config, transforms }) {
        transforms.setTeamTransformer(
          createTeamTransformer({ namespaceOf: readTeamNamespace(config) }),
        );
      },
    });
  },
});
