/**
 * Servers that answer as GitHub, GitLab and identity providers do, over real HTTP, for tests.
 *
 * @packageDocumentation
 */
export { FakeGithub } from './github/FakeGithub';
export type {
  GithubMember,
  GithubOrganisation,
  GithubRepository,
  GithubTeam,
} from './github/types';
export { FakeGitlab } from './gitlab/FakeGitlab';
export type { GitlabGroup, GitlabProject, GitlabUser } from './gitlab/types';
export { FakeIdentityProvider } from './identity/FakeIdentityProvider';
export type { FakePerson } from './identity/types';
export { walkSignIn } from './identity/walkSignIn';
export type { SignInResult } from './identity/walkSignIn';
export type { Fault, RecordedRequest } from './server/types';
export { until } from './until';
