import type {
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/**
 * Who a Git client speaks for: somebody whom the portal knows, the owner of an
 * access token, or nobody.
 */
export type GitPrincipal =
  | {
      type: 'portal';
      credentials: BackstageCredentials<
        BackstageUserPrincipal | BackstageServicePrincipal
      >;
    }
  | { type: 'token'; userRef: string }
  | { type: 'nobody' };

/** Whether it is a program that the portal knows, not a person. */
export const isService = (principal: GitPrincipal): boolean =>
  principal.type === 'portal' &&
  principal.credentials.principal.type === 'service';

export function nameOf(principal: GitPrincipal): string | undefined {
  if (principal.type === 'nobody') {
    return undefined;
  }
  if (principal.type === 'token') {
    return principal.userRef;
  }
  const { principal: who } = principal.credentials;
  return who.type === 'user' ? who.userEntityRef : who.subject;
}
