import { SignInPage } from '@backstage/core-components';
import {
  configApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { waymarkTranslationRef } from '../../../translation';
import type { SignInProvider } from './providers';

interface ProviderSignInProps extends SignInPageProps {
  providers: SignInProvider[];
}

/** The standard list of sign-in providers. */
export function ProviderSignIn(props: ProviderSignInProps) {
  const { providers, onSignInSuccess } = props;
  const { t } = useTranslationRef(waymarkTranslationRef);
  const title = useApi(configApiRef).getOptionalString('app.title');
  return (
    <SignInPage
      onSignInSuccess={onSignInSuccess}
      title={t('signIn.production.title', { title: title ?? 'Waymark' })}
      providers={providers.map(provider => ({
        id: `${provider.id}-auth-provider`,
        title: provider.title,
        message: t('signIn.production.message', { provider: provider.title }),
        apiRef: provider.apiRef,
      }))}
    />
  );
}
