import { createPermission } from '@backstage/plugin-permission-common';

/** Scan a repository now. */
export const catalogGitRefreshPermission = createPermission({
  name: 'catalogGit.refresh',
  attributes: { action: 'update' },
});

/** See repositories, problems and figures of the ingestion. */
export const catalogGitHealthReadPermission = createPermission({
  name: 'catalogGit.health.read',
  attributes: { action: 'read' },
});

/** See files of the repositories that the catalog is fed from. */
export const catalogGitSourceReadPermission = createPermission({
  name: 'catalogGit.source.read',
  attributes: { action: 'read' },
});

/** See what is wrong with the files of one's own groups. */
export const catalogGitOwnProblemReadPermission = createPermission({
  name: 'catalogGit.problem.read-own',
  attributes: { action: 'read' },
});

/** Take over changed entities; for the catalog only, no role needs it. */
export const catalogGitChangeReadPermission = createPermission({
  name: 'catalogGit.change.read',
  attributes: { action: 'read' },
});

export const catalogGitPermissions = [
  catalogGitRefreshPermission,
  catalogGitHealthReadPermission,
  catalogGitSourceReadPermission,
  catalogGitOwnProblemReadPermission,
  catalogGitChangeReadPermission,
];
