import { createPermission } from '@backstage/plugin-permission-common';

/** Clone repositories, and see which there are. */
export const forgeRepoReadPermission = createPermission({
  name: 'forge.repo.read',
  attributes: { action: 'read' },
});

/** Make repositories. */
export const forgeRepoCreatePermission = createPermission({
  name: 'forge.repo.create',
  attributes: { action: 'create' },
});

/** Push to the repositories of one's own groups; a service: to all. */
export const forgeRepoWritePermission = createPermission({
  name: 'forge.repo.write',
  attributes: { action: 'update' },
});

/** Push to every repository. */
export const forgeRepoManagePermission = createPermission({
  name: 'forge.repo.manage',
  attributes: { action: 'update' },
});

/** Have access tokens for Git. */
export const forgeTokenManagePermission = createPermission({
  name: 'forge.token.manage',
  attributes: { action: 'update' },
});

export const forgePermissions = [
  forgeRepoReadPermission,
  forgeRepoCreatePermission,
  forgeRepoWritePermission,
  forgeRepoManagePermission,
  forgeTokenManagePermission,
];
