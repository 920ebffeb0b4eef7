import {
  createApiRef,
  githubAuthApiRef,
  gitlabAuthApiRef,
  microsoftAuthApiRef,
  type ApiRef,
  type BackstageIdentityApi,
  type ConfigApi,
  type ProfileInfoApi,
  type SessionApi,
} from '@backstage/frontend-plugin-api';

export type SignInAuthApi = ProfileInfoApi & BackstageIdentityApi & SessionApi;

export interface SignInProvider {
  id: string;
  title: string;
  apiRef: ApiRef<SignInAuthApi>;
}

/** Any OpenID Connect provider; Backstage has no ref of its own for it. */
export const oidcAuthApiRef = createApiRef<SignInAuthApi>().with({
  id: 'app.waymark.auth.oidc',
  pluginId: 'app',
});

const PROVIDERS: readonly SignInProvider[] = [
  { id: 'github', title: 'GitHub', apiRef: githubAuthApiRef },
  { id: 'gitlab', title: 'GitLab', apiRef: gitlabAuthApiRef },
  { id: 'microsoft', title: 'Microsoft', apiRef: microsoftAuthApiRef },
  { id: 'oidc', title: 'OpenID Connect', apiRef: oidcAuthApiRef },
];

/** The providers named in `waymark.signIn.providers`, in that order. */
export function readSignInProviders(config: ConfigApi): SignInProvider[] {
  const ids = config.getOptionalStringArray('waymark.signIn.providers') ?? [];
  return ids.flatMap(id => PROVIDERS.filter(provider => provider.id === id));
}
