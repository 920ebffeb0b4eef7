import type { Contract } from '@waymark/contract-common';
import { catalogGitContract } from '@waymark/plugin-catalog-git-common';
import { forgeContract } from '@waymark/plugin-forge-common';
import { rolesContract } from '@waymark/roles-common';
import { doraContract } from '@waymark/plugin-dora-common';

/** Every in-house plugin that serves endpoints, with the package that its OpenAPI document belongs to. */
export const contracts: { contract: Contract; folder: string }[] = [
  { contract: catalogGitContract, folder: 'plugins/catalog-git-common' },
  { contract: rolesContract, folder: 'plugins/roles-common' },
  { contract: forgeContract, folder: 'plugins/forge-common' },
  { contract: doraContract, folder: 'plugins/dora-common' },
];
