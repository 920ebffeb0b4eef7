import { rateOf } from './rate';

it('gives a share with its interval', () => {
  // By hand, with z = 1.959964: centre 0.5; half = z / 1.3841459 x sqrt(0.025 + 0.0096036)
  const { value, low, high, total } = rateOf(5, 10);
  expect(value).toBe(0.5);
  expect(low).toBeCloseTo(0.23659, 4);
  expect(high).toBeCloseTo(0.76341, 4);
  expect(total).toBe(10);
});

it('has no rate without a sample', () => {
  expect(rateOf(0, 0)).toEqual({
    value: null,
    low: null,
    high: null,
    total: 0,
  });
});
