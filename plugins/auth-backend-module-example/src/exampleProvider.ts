import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type UserEntity } from '@backstage/catalog-model';
import {
  createProxyAuthenticator,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { findExamplePerson } from './findExamplePerson';
import { requestedPerson } from './requestedPerson';

/**
 * Signs in whomever the request names, if that is a person of the example.
 *
 * It works like the providers for authenticating proxies: there is no session
 * but the token, and the header is sent again to renew it.
 */
export function createExampleProvider(services: {
  catalog: CatalogService;
  auth: AuthService;
  hasOrganisation: boolean;
}) {
  return createProxyAuthProviderFactory({
    authenticator: createProxyAuthenticator({
      initialize: () => undefined,
      authenticate: async ({ req }) => ({
        result: await findExamplePerson(requestedPerson(req), services),
      }),
      defaultProfileTransform: async ({ spec, metadata }: UserEntity) => ({
        profile: {
          displayName: spec.profile?.displayName ?? metadata.name,
          email: spec.profile?.email,
          picture: spec.profile?.picture,
        },
      }),
    }),
    signInResolver: async ({ result }, context) =>
      context.signInWithCatalogUser({ entityRef: stringifyEntityRef(result) }),
  });
}
