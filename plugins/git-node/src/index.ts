/**
 * Git for backends: the system's `git` with a hardened environment, and the
 * `catalog.providers.git` section of the configuration.
 *
 * @packageDocumentation
 */
export { CliGitService } from './CliGitService';
export type { GitFailure } from './command/failure';
export { gitEnvironment, type GitConfigEntry } from './command/environment';
export { GitCommandError, runGit } from './command/runGit';
export { gitServiceRef } from './gitServiceRef';
export { openAtRef } from './openAtRef';
export { listRepositories } from './providers/listRepositories';
export {
  buildLocationUrl,
  parseLocationUrl,
  type GitLocation,
} from './providers/locationUrls';
export { matchesProvider } from './providers/matchesProvider';
export { readGitProviders } from './providers/readGitProviders';
export { repositoryNameOf } from './providers/repositoryNameOf';
export type {
  GitProviderConfig,
  GitProviderSource,
  GitRepositoryListing,
} from './providers/types';
export {
  createIntegrationCredentials,
  type GitCredentials,
} from './remotes/credentials';
export { parseRemote, type GitRemote } from './remotes/parseRemote';
export { redact } from './command/redact';
export { assertRef, assertTreePath, isCommitId } from './command/safety';
export type {
  GitBlob,
  GitCallOptions,
  GitCommit,
  GitDiffEntry,
  GitHead,
  GitObjectType,
  GitPublication,
  GitRepository,
  GitService,
  GitTag,
  GitTreeEntry,
} from './types';
