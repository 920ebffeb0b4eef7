import { createApiRef } from '@backstage/frontend-plugin-api';
import type { ContractClient } from '@waymark/contract-common';
import type { forgeContract } from '@waymark/plugin-forge-common';

/** What the page asks of the backend, as the contract describes it. */
export type ForgeApi = Pick<
  ContractClient<typeof forgeContract>,
  'listTokens' | 'createToken' | 'revokeToken'
>;

export const forgeApiRef = createApiRef<ForgeApi>().with({
  id: 'plugin.forge.client',
  pluginId: 'forge',
});
