import fc from 'fast-check';
import { medianInterval } from './median';

/** Ranks from 1, as tables print them. */
const ranksOf = (n: number) => {
  const interval = medianInterval(n, rank => rank + 1);
  return interval && [interval.low, interval.high];
};

describe('medianInterval', () => {
  // Tables of the sign test: the largest r with 2 * P(X <= r - 1) <= 0.05, X ~ B(n, 1/2).
  it.each([
    // 2 / 2 ** 6 = 0.031
    [6, 1, 6],
    // 2 * (1 + 8) / 2 ** 8 = 0.070 is too much, 2 / 2 ** 8 = 0.008 is not
    [8, 1, 8],
    // 2 * (1 + 9) / 2 ** 9 = 0.039
    [9, 2, 8],
    // 2 * (1 + 10) / 2 ** 10 = 0.021
    [10, 2, 9],
    [20, 6, 15],
    [25, 8, 18],
    [50, 18, 33],
    [100, 40, 61],
  ])('of %i values reaches from rank %i to %i', (n, low, high) => {
    expect(ranksOf(n)).toEqual([low, high]);
  });

  it.each([0, 1, 5])('says nothing of %i values', n => {
    expect(medianInterval(n, () => 1)).toBeNull();
  });

  it.each([-1, 1.5, NaN])('refuses a sample of %f', n => {
    expect(() => medianInterval(n, () => 1)).toThrow(RangeError);
  });

  it('goes on without a jump where ranks are approximated', () => {
    const [exact, near] = [ranksOf(1000)!, ranksOf(1001)!];
    expect(near[0] - exact[0]).toBeGreaterThanOrEqual(-1);
    expect(near[0] - exact[0]).toBeLessThanOrEqual(1);
    // (1e6 - 1.959964 * 1000) / 2 = 499020.02
    expect(ranksOf(1_000_000)).toEqual([499_020, 500_981]);
  });

  it('lies around the middle of the sample, and narrows as it grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 100_000 }), n => {
        const [low, high] = ranksOf(n)!;
        expect(low + high).toBe(n + 1);
        expect(low).toBeLessThanOrEqual(n / 2);
        const [wideLow, wideHigh] = ranksOf(4 * n)!;
        expect((wideHigh - wideLow) / (4 * n)).toBeLessThan((high - low) / n);
      }),
    );
  });

  it('contains the median of the population in at least 95 of 100 samples', () => {
    // A skewed population whose median is 2; a generator with a seed, so that it is the same run.
    let seed = 20_260_401;
    const random = () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    const runs = 4_000;
    let hits = 0;
    for (let run = 0; run < runs; run++) {
      const values = Array.from({ length: 30 }, () => 1 / (1 - random())).sort(
        (a, b) => a - b,
      );
      const { low, high } = medianInterval(30, rank => values[rank])!;
      if (low <= 2 && high >= 2) hits += 1;
    }
    // For n = 30 the interval of ranks 10 to 21 is sure to 95.7 %.
    expect(hits / runs).toBeGreaterThan(0.947);
    expect(hits / runs).toBeLessThan(0.967);
  });
});
