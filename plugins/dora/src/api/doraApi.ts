import { createApiRef } from '@backstage/frontend-plugin-api';
import type { ContractClient } from '@waymark/contract-common';
import type { doraContract } from '@waymark/plugin-dora-common';

/** What the pages ask of the backend, as the contract describes it. */
export type DoraApi = Omit<
  ContractClient<typeof doraContract>,
  'createEvents' | 'importEvents' | 'startRebuild' | 'getRebuild'
>;

export const doraApiRef = createApiRef<DoraApi>().with({
  id: 'plugin.dora.client',
  pluginId: 'dora',
});
