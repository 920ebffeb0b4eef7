import { useSyncExternalStore } from 'react';

// Browsers all have it; what renders pages for tests does not.
const query = window.matchMedia?.('(prefers-color-scheme: dark)');

function subscribe(onChange: () => void) {
  query?.addEventListener('change', onChange);
  return () => query?.removeEventListener('change', onChange);
}

/** Whether the system of the person is set to dark; follows it. */
export const usePrefersDark = (): boolean =>
  useSyncExternalStore(subscribe, () => query?.matches ?? false);
