import { useCallback, useEffect, useState } from 'react';
import {
  discoveryApiRef,
  useApi,
  type IdentityApi,
} from '@backstage/frontend-plugin-api';
import { errorMessage } from '../errorMessage';
import { ExampleIdentity } from './ExampleIdentity';
import { rememberedPerson } from './rememberedPerson';

export type ExampleSignInState =
  | { status: 'choosing' }
  | { status: 'signing-in'; person: string }
  | { status: 'failed'; person: string; message: string };

/** Signs in as a person of the example; at once if this browser remembers one. */
export function useExampleSignIn(
  onSignInSuccess: (identity: IdentityApi) => void,
) {
  const discoveryApi = useApi(discoveryApiRef);
  const [state, setState] = useState<ExampleSignInState>(() => {
    const person = rememberedPerson.get();
    return person ? { status: 'signing-in', person } : { status: 'choosing' };
  });

  const signIn = useCallback(
    async (person: string) => {
      setState({ status: 'signing-in', person });
      try {
        onSignInSuccess(await ExampleIdentity.signIn({ discoveryApi, person }));
      } catch (error) {
        setState({ status: 'failed', person, message: errorMessage(error) });
      }
    },
    [discoveryApi, onSignInSuccess],
  );

  useEffect(() => {
    const person = rememberedPerson.get();
    if (person) {
      void signIn(person);
    }
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once: later changes come from the person at the screen
  }, []);

  return { state, signIn };
}
