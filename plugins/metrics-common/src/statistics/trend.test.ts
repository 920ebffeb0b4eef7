import { isTooFew, trendOf, type Estimate } from './trend';

const of = (value: number | null, n = 40, low = value, high = value) =>
  ({
    value,
    n,
    interval: low === null || high === null ? null : { low, high },
  } satisfies Estimate);

const without = (value: number, n = 40): Estimate => ({
  value,
  n,
  interval: null,
});

describe('trendOf', () => {
  it.each([
    [12, 10, 'higher', 'better'],
    [8, 10, 'higher', 'worse'],
    [8, 10, 'lower', 'better'],
    [12, 10, 'lower', 'worse'],
    [12, 10, 'neutral', 'changed'],
    [10.04, 10, 'higher', 'same'],
    [0, 0, 'higher', 'same'],
    [1, 0, 'higher', 'better'],
  ] as const)(
    '%f after %f, where %s is better, is %s',
    (now, then, way, verdict) => {
      expect(trendOf(of(now), of(then), way)?.verdict).toBe(verdict);
    },
  );

  it('takes overlapping intervals for what chance may bring about', () => {
    const before = of(0.1, 40, 0.05, 0.2);
    expect(trendOf(of(0.15, 40, 0.08, 0.25), before, 'lower')?.verdict).toBe(
      'unclear',
    );
    expect(trendOf(of(0.4, 40, 0.3, 0.5), before, 'lower')?.verdict).toBe(
      'worse',
    );
  });

  it('judges nothing of which an interval is missing', () => {
    expect(trendOf(without(12), without(10), 'higher')?.verdict).toBe(
      'unclear',
    );
    expect(trendOf(of(12), without(10), 'lower')?.verdict).toBe('unclear');
    expect(trendOf(without(12), of(10), 'neutral')?.verdict).toBe('unclear');
    expect(trendOf(without(12), without(10), 'neutral')?.verdict).toBe(
      'changed',
    );
  });

  it('does not judge by fewer than five', () => {
    expect(trendOf(of(12, 4), of(10), 'higher')?.verdict).toBe('unclear');
    expect(trendOf(of(12), of(10, 4), 'higher')?.verdict).toBe('unclear');
    expect(trendOf(of(12, 5), of(10, 5), 'higher')?.verdict).toBe('better');
  });

  it('says nothing where one of the two is missing', () => {
    expect(trendOf(of(null), of(10), 'higher')).toBeNull();
    expect(trendOf(of(10), of(null), 'higher')).toBeNull();
    expect(trendOf(of(10), undefined, 'higher')).toBeNull();
  });

  it('gives the difference in the unit of the metric', () => {
    expect(trendOf(of(12.5), of(10), 'higher')?.difference).toBe(2.5);
  });
});

describe('isTooFew', () => {
  it('begins below five; a withheld sample is another matter', () => {
    expect([0, 4, 5, null].map(isTooFew)).toEqual([true, true, false, false]);
  });
});
