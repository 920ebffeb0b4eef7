const PAUSE_MS = 50;
const PATIENCE_MS = 30_000;

/**
 * Asks again until an answer fits.
 *
 * @throws Error with the last answer, after half a minute
 */
export async function until<T>(
  ask: () => Promise<T> | T,
  fits: (value: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const value = await ask();
    if (fits(value)) {
      return value;
    }
    if (Date.now() > deadline) {
      throw new Error(`Still not as expected: ${JSON.stringify(value)}`);
    }
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS));
  }
}
