import { setTimeout as sleep } from 'node:timers/promises';
import { distribution } from './figures.mjs';

/**
 * Requests at a steady rate, whether or not the ones before were answered, by so many clients at
 * most. A request that has to wait for a client has waited: its time counts from when it was due.
 */
export async function openLoop({ perSecond, seconds, clients, send }) {
  const total = perSecond * seconds;
  const begun = performance.now();
  const samples = [];
  const errors = [];
  let next = 0;
  const client = async () => {
    while (next < total) {
      const number = next++;
      const due = begun + (number * 1_000) / perSecond;
      const wait = due - performance.now();
      if (wait > 0) await sleep(wait);
      await send(number).then(
        () => samples.push(performance.now() - due),
        error => errors.push(error.message),
      );
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return {
    ...distribution(samples),
    failures: errors.length,
    ...(errors.length > 0 && { firstFailure: errors[0] }),
  };
}
