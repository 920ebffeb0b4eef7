const STORAGE_KEY = 'waymark.example.person';

/**
 * The person of the example this browser signed in as, so that a reload or a
 * second tab need not ask again. Storage can be blocked; then nothing is
 * remembered and sign-in still works.
 */
export const rememberedPerson = {
  get(): string | undefined {
    try {
      return window.localStorage.getItem(STORAGE_KEY) ?? undefined;
    } catch {
      return undefined;
    }
  },
  set(userRef: string): void {
    try {
      window.localStorage.setItem(STORAGE_KEY, userRef);
    } catch {
      // Nothing to do: the session lives on until the next reload.
    }
  },
  clear(): void {
    try {
      window.localStorage.removeItem(STORAGE_KEY);
    } catch {
      // Nothing was remembered either.
    }
  },
};
