import { createContext, useContext } from 'react';
import type { useDoraQuery } from '../../hooks/useDoraQuery';

export type Health = NonNullable<
  ReturnType<typeof useDoraQuery<'getHealth'>>['data']
>['items'][number];

/** What is known of one of the services in view. */
export type HealthState =
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'known'; health: Health; at: number };

const HealthContext = createContext<(service: string) => HealthState>(() => ({
  state: 'loading',
}));

export const HealthOfRows = HealthContext.Provider;

export const useHealthOf = (service: string): HealthState =>
  useContext(HealthContext)(service);
