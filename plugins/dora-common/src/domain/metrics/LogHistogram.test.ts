import { medianInterval } from '@waymark/metrics-common';
import fc from 'fast-check';
import { LogHistogram } from './LogHistogram';
import { ascending, mean, percentile } from './percentile';

const YEAR = 365 * 86_400;
/** Whole milliseconds, as differences of instants are. */
const durations = fc
  .integer({ min: 0, max: YEAR * 1000 })
  .map(milliseconds => milliseconds / 1000);
const longDurations = durations.filter(seconds => seconds >= 1);

describe('LogHistogram', () => {
  it('has percentiles within 2 % of the exact ones', () => {
    fc.assert(
      fc.property(
        fc.array(longDurations, { minLength: 1, maxLength: 300 }),
        fc.constantFrom(0, 0.5, 0.75, 0.9, 1),
        (values, share) => {
          const exact = percentile(ascending(values), share) ?? NaN;
          const near = LogHistogram.of(values).percentile(share) ?? NaN;
          expect(Math.abs(near - exact)).toBeLessThanOrEqual(0.0051 * exact);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('has an interval of the median within 2 % of the exact one', () => {
    fc.assert(
      fc.property(
        fc.array(longDurations, { minLength: 6, maxLength: 300 }),
        values => {
          const sorted = ascending(values);
          const exact = medianInterval(sorted.length, rank => sorted[rank])!;
          const histogram = LogHistogram.of(values);
          const near = histogram.medianInterval()!;
          const median = histogram.percentile(0.5)!;
          for (const bound of ['low', 'high'] as const) {
            expect(Math.abs(near[bound] - exact[bound])).toBeLessThanOrEqual(
              0.0051 * exact[bound],
            );
          }
          expect(near.low).toBeLessThanOrEqual(median);
          expect(near.high).toBeGreaterThanOrEqual(median);
        },
      ),
    );
    expect(LogHistogram.of([1, 2, 3, 4, 5]).medianInterval()).toBeNull();
  });

  it('is off by less than a second below a second', () => {
    const histogram = LogHistogram.of([0, 0.2, 0.999]);
    expect(histogram.percentile(0.5)).toBe(0);
    expect(histogram.n).toBe(3);
  });

  it('keeps n and mean exactly', () => {
    fc.assert(
      fc.property(fc.array(durations, { minLength: 1 }), values => {
        const histogram = LogHistogram.of(values);
        expect(histogram.n).toBe(values.length);
        expect(histogram.mean).toBeCloseTo(mean(values) ?? NaN, 3);
      }),
    );
  });

  it('merges, in any order, into the histogram of all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(durations, { maxLength: 20 }), { maxLength: 5 }),
        parts => {
          const merge = (all: number[][]) =>
            all
              .map(LogHistogram.of)
              .reduce((sum, part) => sum.merge(part), new LogHistogram())
              .toSparse();
          const whole = LogHistogram.of(parts.flat()).toSparse();
          expect(merge(parts)).toEqual(whole);
          expect(merge([...parts].reverse())).toEqual(whole);
        },
      ),
    );
  });

  it('doubles when it is merged with itself', () => {
    const histogram = LogHistogram.of([1, 100]);
    histogram.merge(histogram);
    expect(histogram.n).toBe(4);
    expect(histogram.mean).toBe(50.5);
  });

  it('is stored as its full buckets and comes back', () => {
    const histogram = LogHistogram.of([0, 1, 1.001, 100]);
    // ln(100) / ln(1.01) = 462.8
    const sparse = { buckets: [-1, 0, 462], counts: [1, 2, 1], sumMs: 102_001 };
    expect(histogram.toSparse()).toEqual(sparse);
    expect(LogHistogram.fromSparse(sparse).toSparse()).toEqual(sparse);
  });

  it('says nothing of nothing', () => {
    const empty = new LogHistogram();
    expect(empty.percentile(0.5)).toBeNull();
    expect(empty.mean).toBeNull();
  });

  it.each([-1, NaN, Infinity])('refuses %f', seconds => {
    expect(() => new LogHistogram().add(seconds)).toThrow(RangeError);
  });
});
