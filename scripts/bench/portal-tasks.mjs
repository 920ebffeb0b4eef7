import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../lib/problem.mjs';

const LIMIT_MS = 30 * 60_000;

/** Asks until the answer fits; `everyMs` is the resolution of what is measured. */
export async function until(ask, fits, everyMs, what, limitMs = LIMIT_MS) {
  const from = Date.now();
  for (;;) {
    const value = await ask();
    if (fits(value)) return value;
    if (Date.now() - from > limitMs) {
      throw new Problem(
        `${what} did not happen within ${Math.round(
          limitMs / 60_000,
        )} minutes.`,
      );
    }
    await sleep(everyMs);
  }
}

/** Has the scheduler run a task of a plugin now. */
export const trigger = (ask, plugin, task) =>
  ask(`/api/${plugin}/.backstage/scheduler/v1/tasks/${task}/trigger`, {
    method: 'POST',
  });

/** Lets the scheduler run a complete scan of a plain-Git provider, and waits for its end. */
export async function scanAll(ask, provider) {
  const lastScan = async () => {
    const { providers } = await ask('/api/catalog-git/summary');
    return providers.find(({ id }) => id === provider).lastScan;
  };
  const before = await lastScan();
  await trigger(ask, 'catalog-git', `catalog-git:scan:${provider}`);
  return until(
    lastScan,
    scan => scan?.finishedAt && scan.startedAt !== before?.startedAt,
    500,
    'A scan',
  );
}
