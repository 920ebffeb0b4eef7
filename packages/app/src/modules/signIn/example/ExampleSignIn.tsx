import {
  useTranslationRef,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { waymarkTranslationRef } from '../../../translation';
import type { Example } from '../../example/readExample';
import { SignInLayout } from '../SignInLayout';
import styles from './ExampleSignIn.module.css';
import { PersonaCard } from './PersonaCard';
import { SomeoneElseForm } from './SomeoneElseForm';
import { useExampleSignIn } from './useExampleSignIn';

interface ExampleSignInProps {
  example: Example;
  onSignInSuccess: (identity: IdentityApi) => void;
}

/** The way into the example organisation: one click as one of its people. */
export function ExampleSignIn({
  example,
  onSignInSuccess,
}: ExampleSignInProps) {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const { state, signIn } = useExampleSignIn(onSignInSuccess);
  const signingIn = state.status === 'signing-in';

  const note = example.organisationName ? (
    <>
      <p>
        <strong>
          {t('signIn.example.organisation', { name: example.organisationName })}
        </strong>
      </p>
      <p>{t('signIn.example.simulated')}</p>
    </>
  ) : (
    <p>{t('signIn.example.local')}</p>
  );

  return (
    <SignInLayout title={t('signIn.example.title')} note={note}>
      <div role="status">
        {signingIn && <p className={styles.pending}>{t('signIn.signingIn')}</p>}
      </div>
      {state.status === 'failed' && (
        <div role="alert" className={styles.status}>
          <Alert
            status="danger"
            icon
            title={t('signIn.failed')}
            description={state.message}
            customActions={
              <Button
                variant="secondary"
                size="small"
                onPress={() => void signIn(state.person)}
              >
                {t('signIn.retry')}
              </Button>
            }
          />
        </div>
      )}
      {example.personas.length > 0 && (
        <ul
          className={styles.personas}
          aria-label={t('signIn.example.personas')}
        >
          {example.personas.map(persona => (
            <li key={persona.userRef}>
              <PersonaCard
                persona={persona}
                disabled={signingIn}
                onSelect={person => void signIn(person)}
              />
            </li>
          ))}
        </ul>
      )}
      <SomeoneElseForm
        isMarkedByHand={!example.organisationName}
        disabled={signingIn}
        onSubmit={person => void signIn(person)}
      />
    </SignInLayout>
  );
}
