import { expect, it } from 'vitest';
import { exponentialBackoff } from '../../src/scheduling/backoff.ts';

it('doubles with each attempt, up to the longest delay', () => {
  const backoff = exponentialBackoff({
    firstMs: 100,
    longestMs: 1_000,
    random: () => 1,
  });
  expect([1, 2, 3, 4, 5, 60, 2_000].map(backoff)).toEqual([
    100, 200, 400, 800, 1_000, 1_000, 1_000,
  ]);
});

it('spreads the delays over the upper half', () => {
  const at = (random: number): number =>
    exponentialBackoff({
      firstMs: 100,
      longestMs: 1_000,
      random: () => random,
    })(3);
  expect([at(0), at(0.5), at(1)]).toEqual([200, 300, 400]);
});
