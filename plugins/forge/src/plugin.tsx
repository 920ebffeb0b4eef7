import {
  ApiBlueprint,
  SubPageBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { createContractClient } from '@waymark/contract-common';
import { forgeContract } from '@waymark/plugin-forge-common';
import { forgeApiRef } from './api/forgeApi';

const forgeApi = ApiBlueprint.make({
  params: define =>
    define({
      api: forgeApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: ({ discoveryApi, fetchApi }) =>
        createContractClient(forgeContract, {
          discovery: discoveryApi,
          fetch: fetchApi.fetch,
        }),
    }),
});

/** Beside the other settings of a person. */
const gitAccess = SubPageBlueprint.make({
  name: 'git-access',
  attachTo: { id: 'page:user-settings', input: 'pages' },
  if: { permissions: { $contains: 'forge.token.manage#update' } },
  params: {
    path: 'git-access',
    title: 'Git access',
    loader: () =>
      import('./tokens/GitAccess').then(({ GitAccess }) => <GitAccess />),
  },
});

export const forgePlugin = createFrontendPlugin({
  pluginId: 'forge',
  title: 'Forge',
  info: { packageJson: () => import('../package.json') },
  extensions: [forgeApi, gitAccess],
});
