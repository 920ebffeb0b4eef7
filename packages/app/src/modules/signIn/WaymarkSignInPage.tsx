import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { readExample } from '../example/readExample';
import { ExampleSignIn } from './example/ExampleSignIn';
import { ProviderSignIn } from './production/ProviderSignIn';
import { readSignInProviders } from './production/providers';
import { SignInNotConfigured } from './production/SignInNotConfigured';

/** Chooses the way in: people of the example, else the configured providers. */
export function WaymarkSignInPage(props: SignInPageProps) {
  const config = useApi(configApiRef);
  const example = readExample(config);
  if (example) {
    return (
      <ExampleSignIn
        example={example}
        onSignInSuccess={props.onSignInSuccess}
      />
    );
  }
  const providers = readSignInProviders(config);
  return providers.length > 0 ? (
    <ProviderSignIn {...props} providers={providers} />
  ) : (
    <SignInNotConfigured />
  );
}
