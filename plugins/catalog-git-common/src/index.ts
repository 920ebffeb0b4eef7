/**
 * Contract, permissions, events and types of the `catalog-git` plugin.
 *
 * @packageDocumentation
 */
export { catalogGitContract, MAX_SEARCH_LENGTH } from './contract';
export {
  CATALOG_GIT_CHANGED_TOPIC,
  GIT_PUSH_TOPIC,
  type CatalogGitChangedPayload,
  type GitPushPayload,
} from './events';
export {
  catalogGitChangeReadPermission,
  catalogGitHealthReadPermission,
  catalogGitOwnProblemReadPermission,
  catalogGitPermissions,
  catalogGitRefreshPermission,
  catalogGitSourceReadPermission,
} from './permissions';
export type { Change, ChangePage } from './schemas/change';
export {
  accessProblemCodes,
  problemCodes,
  type PastProblem,
  type Problem,
  type ProblemCode,
} from './schemas/problem';
export type {
  Repository,
  RepositoryDetails,
  RepositoryScan,
  RepositoryStatus,
} from './schemas/repository';
export type { Source } from './schemas/source';
export type { Scan, Summary } from './schemas/summary';
