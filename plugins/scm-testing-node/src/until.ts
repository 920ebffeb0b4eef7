const PAUSE_MS = 50;

/**
 * Asks again until an answer fits. It has no timeout of its own: a test that
 * never sees the answer fails by the timeout of its runner.
 */
export async function until<T>(
  ask: () => Promise<T> | T,
  fits: (value: T) => boolean,
): Promise<T> {
  for (;;) {
    const value = await ask();
    if (fits(value)) {
      return value;
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
}
