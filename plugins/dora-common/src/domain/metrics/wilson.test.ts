import { rateOf, wilsonInterval } from './wilson';

describe('wilsonInterval', () => {
  // By hand, with z = 1.959964 and z² = 3.841459.
  it.each([
    // z² / (n + z²) = 3.841459 / 13.841459
    [0, 10, 0, 0.27753],
    [10, 10, 0.72247, 1],
    // centre 0.5; half = 1.959964 / 1.3841459 x sqrt(0.025 + 0.0096036)
    [5, 10, 0.23659, 0.76341],
  ])('%i of %i lies in %f to %f', (k, n, low, high) => {
    const interval = wilsonInterval(k, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it.each([
    [-1, 5],
    [6, 5],
    [1.5, 5],
  ])('refuses %f of %i', (k, n) => {
    expect(() => wilsonInterval(k, n)).toThrow(RangeError);
  });
});

it('has no rate without a sample', () => {
  expect(rateOf(0, 0)).toEqual({
    value: null,
    low: null,
    high: null,
    total: 0,
  });
});
