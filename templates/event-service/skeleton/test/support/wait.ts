import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves to the first answer of `ask` that is not undefined. */
export async function eventually<T>(
  what: string,
  ask: () => Promise<T | undefined> | T | undefined,
  withinMs = 30_000,
): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) {
      throw new Error(`Within ${withinMs} ms this did not happen: ${what}`);
    }
    await sleep(25);
  }
}
