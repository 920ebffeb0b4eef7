import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Poller } from '../../src/scheduling/poller.ts';
import { silent } from '../support/options.ts';
import { eventually } from '../support/wait.ts';

const HOUR_MS = 3_600_000;

function poller(
  step: () => Promise<boolean>,
  { idleMs = HOUR_MS, failedMs = HOUR_MS } = {},
): Poller {
  return new Poller({
    name: 'Testing',
    step,
    idleMs,
    backoff: () => failedMs,
    log: silent,
  });
}

it('goes on at once while there is more, then rests until it is woken', async () => {
  let steps = 0;
  const tested = poller(() => Promise.resolve(++steps < 3));
  tested.start();
  await eventually('three steps', () => (steps === 3 ? true : undefined));
  await sleep(30);
  expect(steps).toBe(3);
  tested.wake();
  await eventually('a fourth step', () => (steps === 4 ? true : undefined));
  await tested.stop();
});

it('does not miss a call that comes while it works', async () => {
  let steps = 0;
  const gate = Promise.withResolvers<boolean>();
  const tested = poller(() => {
    steps += 1;
    return steps === 1 ? gate.promise : Promise.resolve(false);
  });
  tested.start();
  tested.wake();
  gate.resolve(false);
  await eventually('a second step', () => (steps === 2 ? true : undefined));
  await tested.stop();
});

it('keeps its pace while it fails, however often it is called', async () => {
  let steps = 0;
  const tested = poller(() => {
    steps += 1;
    return Promise.reject(new Error('away'));
  });
  tested.start();
  await eventually('a step', () => (steps === 1 ? true : undefined));
  tested.wake();
  tested.wake();
  await sleep(30);
  expect(steps).toBe(1);
  await tested.stop();
});

it('ends the step under way before it stops', async () => {
  const gate = Promise.withResolvers<boolean>();
  let hasStopped = false;
  const tested = poller(() => gate.promise);
  tested.start();
  const stopped = tested.stop().then(() => {
    hasStopped = true;
  });
  await sleep(30);
  expect(hasStopped).toBe(false);
  gate.resolve(true);
  await stopped;
});
