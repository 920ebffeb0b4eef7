import { createApiRef } from '@backstage/frontend-plugin-api';
import type { ContractClient } from '@waymark/contract-common';
import type { rolesContract } from '@waymark/roles-common';

/** By whom the home page is told which roles the person has. */
export type RolesApi = ContractClient<typeof rolesContract>;

export const rolesApiRef = createApiRef<RolesApi>().with({
  id: 'plugin.home.roles',
  pluginId: 'home',
});
