import { createApiRef } from '@backstage/frontend-plugin-api';
import type { ContractClient } from '@waymark/contract-common';
import type { catalogGitContract } from '@waymark/plugin-catalog-git-common';

/** What the pages ask of the backend, as the contract describes it. */
export type CatalogGitApi = Pick<
  ContractClient<typeof catalogGitContract>,
  | 'getSummary'
  | 'getRepository'
  | 'listProblems'
  | 'listOwnProblems'
  | 'listEntityProblems'
  | 'listRepositories'
  | 'getSource'
  | 'refresh'
>;

export const catalogGitApiRef = createApiRef<CatalogGitApi>().with({
  id: 'plugin.catalog-git.client',
  pluginId: 'catalog-git',
});
