import fc from 'fast-check';
import { wilsonInterval } from './wilson';

describe('wilsonInterval', () => {
  // By hand, with z = 1.959964 and z² = 3.841459.
  it.each([
    // z² / (n + z²) = 3.841459 / 13.841459
    [0, 10, 0, 0.27753],
    // 1 - 0.27753
    [10, 10, 0.72247, 1],
    // centre 0.5; half = 1.959964 / 1.3841459 * sqrt(0.025 + 0.0096036)
    [5, 10, 0.23659, 0.76341],
    // centre (0.125 + 0.0800304) / 1.1600608; half = 1.959964 / 1.1600608 * sqrt(0.0045573 + 0.0016673)
    [3, 24, 0.04345, 0.31004],
    // for all of n: n / (n + z²) = 1 / 4.841459
    [1, 1, 0.20655, 1],
  ])('%i of %i lies in %f to %f', (k, n, low, high) => {
    const interval = wilsonInterval(k, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('knows nothing without a sample', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });

  it.each([
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [NaN, 5],
  ])('refuses %f of %i', (k, n) => {
    expect(() => wilsonInterval(k, n)).toThrow(RangeError);
  });

  const sample = fc
    .integer({ min: 1, max: 1_000_000 })
    .chain(n => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  it('contains the share, stays within 0..1, and mirrors the other side', () => {
    fc.assert(
      fc.property(sample, ([k, n]) => {
        const { low, high } = wilsonInterval(k, n)!;
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual(k / n);
        expect(high).toBeGreaterThanOrEqual(k / n);
        expect(high).toBeLessThanOrEqual(1);
        const mirrored = wilsonInterval(n - k, n)!;
        expect(mirrored.low).toBeCloseTo(1 - high, 9);
      }),
    );
  });

  it('narrows as the sample grows', () => {
    fc.assert(
      fc.property(sample, ([k, n]) => {
        const width = (interval: { low: number; high: number } | null) =>
          interval!.high - interval!.low;
        expect(width(wilsonInterval(2 * k, 2 * n))).toBeLessThan(
          width(wilsonInterval(k, n)),
        );
      }),
    );
  });
});
