import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { waymarkTranslationRef } from '../../../translation';
import { SignInLayout } from '../SignInLayout';
import styles from './SignInNotConfigured.module.css';

const EXAMPLE_CONFIG = `waymark:
  signIn:
    providers: [github]`;

/** Shown when no provider is listed: says what an administrator has to do. */
export function SignInNotConfigured() {
  const { t } = useTranslationRef(waymarkTranslationRef);
  return (
    <SignInLayout title={t('signIn.production.none.title')}>
      <p>{t('signIn.production.none.description')}</p>
      <ol className={styles.steps}>
        <li>{t('signIn.production.none.stepProvider')}</li>
        <li>{t('signIn.production.none.stepList')}</li>
      </ol>
      <pre className={styles.code}>{EXAMPLE_CONFIG}</pre>
    </SignInLayout>
  );
}
