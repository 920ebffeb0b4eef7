import fc from 'fast-check';
import { at, DAY, HOUR } from '../__testUtils__/facts';
import { ascending } from './percentile';
import type { ChangeSample, DeploymentSample } from './samples';
import { summarise, type SummariseOptions } from './summarise';
import type { Rate } from './rate';

const LONG_AFTER = new Date('2026-09-01T00:00:00Z');

const job = (
  finishedAt: Date,
  fields: Partial<DeploymentSample> = {},
): DeploymentSample => ({
  finishedAt,
  result: 'success',
  counted: true,
  failed: false,
  unplanned: false,
  recoverySeconds: null,
  ...fields,
});

const shipped = (
  deployedAt: Date,
  fields: Partial<ChangeSample> = {},
): ChangeSample => ({
  deployedAt,
  sample: true,
  leadSeconds: null,
  codingSeconds: null,
  pickupSeconds: null,
  reviewSeconds: null,
  deploySeconds: null,
  ...fields,
});

/** 2026-05-01 is a Friday. */
function summary(
  deployments: DeploymentSample[],
  options: Partial<SummariseOptions> = {},
  changes: ChangeSample[] = [],
) {
  return summarise(
    { deployments, changes },
    {
      window: { from: '2026-05-01', to: '2026-05-29', timezone: 'UTC' },
      interval: 'week',
      now: LONG_AFTER,
      ...options,
    },
  );
}

describe('edge case 14: time zone and weeks', () => {
  // 23:30 on Sunday, May 3, in UTC is Monday in Berlin.
  const lateOnSunday = [job(new Date('2026-05-03T23:30:00Z'))];
  const window = (timezone: string) => ({
    window: { from: '2026-04-27', to: '2026-05-11', timezone },
  });

  it.each([
    ['UTC', [1, 0]],
    ['Europe/Berlin', [0, 1]],
  ])('in %s the weeks have %j', (timezone, expected) => {
    const { series } = summary(
      lateOnSunday,
      window(timezone),
    ).deploymentFrequency;
    expect(series.map(({ value }) => value)).toEqual(expected);
    expect(series.map(({ start, end }) => [start, end])).toEqual([
      ['2026-04-27', '2026-05-04'],
      ['2026-05-04', '2026-05-11'],
    ]);
  });

  it('is half-open', () => {
    const options = {
      window: { from: '2026-05-01', to: '2026-05-02', timezone: 'UTC' },
    };
    expect(summary([job(at(1))], options).deploymentFrequency.n).toBe(1);
    expect(summary([job(at(2))], options).deploymentFrequency.n).toBe(0);
  });

  it('counts the night of a clock change to its day', () => {
    // Berlin put its clocks forward at 01:00 UTC on 2026-03-29, a day of 23 hours.
    const { series } = summary(
      [
        job(new Date('2026-03-28T22:59:59Z')),
        job(new Date('2026-03-28T23:00:00Z')),
        job(new Date('2026-03-29T21:59:59Z')),
        job(new Date('2026-03-29T22:00:00Z')),
      ],
      {
        interval: 'day',
        window: {
          from: '2026-03-28',
          to: '2026-03-31',
          timezone: 'Europe/Berlin',
        },
      },
    ).deploymentFrequency;
    expect(series.map(({ value }) => value)).toEqual([1, 2, 1]);
  });

  it('marks periods that the window cuts or that are not over', () => {
    const partial = (now: Date) =>
      summary([], { now }).deploymentFrequency.series.map(period => [
        period.start,
        period.end,
        period.partial,
        period.partialReason,
      ]);
    expect(partial(LONG_AFTER)).toEqual([
      ['2026-05-01', '2026-05-04', true, 'cut'],
      ['2026-05-04', '2026-05-11', false, null],
      ['2026-05-11', '2026-05-18', false, null],
      ['2026-05-18', '2026-05-25', false, null],
      ['2026-05-25', '2026-05-29', true, 'cut'],
    ]);
    expect(partial(at(12))).toEqual([
      ['2026-05-01', '2026-05-04', true, 'cut'],
      ['2026-05-04', '2026-05-11', false, null],
      ['2026-05-11', '2026-05-18', true, 'running'],
    ]);
    // Cut and not over: what is missing may still come.
    expect(partial(at(26)).at(-1)).toEqual([
      '2026-05-25',
      '2026-05-29',
      true,
      'running',
    ]);
  });

  it('knows months', () => {
    const { series } = summary([job(at(31)), job(at(32))], {
      interval: 'month',
      window: { from: '2026-05-01', to: '2026-07-01', timezone: 'UTC' },
    }).deploymentFrequency;
    expect(series.map(({ start, n }) => [start, n])).toEqual([
      ['2026-05-01', 1],
      ['2026-06-01', 1],
    ]);
  });
});

describe('edge case 15: weekends', () => {
  it('are time like any other', () => {
    // From Friday, May 1, 18:00 to Monday, May 4, 06:00.
    const seconds = 60 * HOUR;
    const { leadTime } = summary([], {}, [
      shipped(at(4, '06:00'), { leadSeconds: seconds }),
    ]);
    expect(leadTime.p50).toBe(seconds);
  });
});

describe('edge case 18: failures that are open', () => {
  it('are counted apart from those that are over', () => {
    const { recoveryTime } = summary([
      job(at(2), { failed: true, recoverySeconds: HOUR }),
      job(at(3), { failed: true, recoverySeconds: 3 * HOUR }),
      job(at(4), { failed: true }),
    ]);
    expect(recoveryTime).toMatchObject({
      p50: 2 * HOUR,
      // 1 h + 0.9 x 2 h
      p90: 2.8 * HOUR,
      n: 2,
      open: 1,
    });
  });
});

describe('edge case 24: few samples', () => {
  it('come with n and an honest interval', () => {
    const rates = summary([
      job(at(2), { failed: true }),
      job(at(3)),
      job(at(4)),
    ]);
    expect(rates.changeFailRate).toMatchObject({
      value: 1 / 3,
      failed: 1,
      total: 3,
    });
    // Wilson by hand: z² = 3.8415, centre (1/3 + 0.6402) / 2.2805 = 0.42692,
    // half 1.95996 / 2.2805 x sqrt(0.0740741 + 0.1067072) = 0.36542.
    expect(rates.changeFailRate.low).toBeCloseTo(0.0615, 4);
    expect(rates.changeFailRate.high).toBeCloseTo(0.7923, 4);
  });

  it('are absent, not 0, where there are none', () => {
    const none = summary([]);
    expect(none.deploymentFrequency).toMatchObject({
      perWeek: 0,
      medianDaysPerWeek: 0,
      n: 0,
    });
    expect(none.leadTime).toMatchObject({ p50: null, p90: null, n: 0 });
    expect(none.changeFailRate).toMatchObject({
      value: null,
      low: null,
      high: null,
      total: 0,
    });
    expect(none.changeFailRate.series[0].value).toBeNull();
  });
});

describe('edge case 25: percentiles', () => {
  it('are interpolated between raw samples', () => {
    const { leadTime } = summary(
      [],
      {},
      [1, 2, 3, 10].map(days => shipped(at(5), { leadSeconds: days * DAY })),
    );
    expect(leadTime).toMatchObject({
      p50: 2.5 * DAY,
      // 3 d + 0.25 x 7 d
      p75: 4.75 * DAY,
      n: 4,
      exact: true,
    });
    // 3 d + 0.7 x 7 d
    expect(leadTime.p90).toBeCloseTo(7.9 * DAY, 6);
  });

  it('are of all samples of the window, never of the periods', () => {
    const { leadTime } = summary([], {}, [
      shipped(at(5), { leadSeconds: 10 }),
      ...[1, 2, 3].map(seconds => shipped(at(12), { leadSeconds: seconds })),
    ]);
    expect(leadTime.p50).toBe(2.5);
    expect(leadTime.series.map(({ value }) => value)).toEqual([
      null,
      10,
      2,
      null,
      null,
    ]);
  });

  it('leave out what is no sample, and stages that are unknown', () => {
    const { leadTime } = summary([], {}, [
      shipped(at(5), { leadSeconds: DAY, reviewSeconds: HOUR }),
      shipped(at(5), { leadSeconds: 3 * DAY, reviewSeconds: 4 * HOUR }),
      shipped(at(5), { leadSeconds: 5 * DAY }),
      shipped(at(5), { sample: false, leadSeconds: 99 * DAY }),
    ]);
    expect(leadTime).toMatchObject({ n: 3, p50: 3 * DAY });
    expect(leadTime.stages.review).toEqual({
      p50: 2.5 * HOUR,
      mean: 2.5 * HOUR,
      n: 2,
    });
    expect(leadTime.stages.coding).toEqual({ p50: null, mean: null, n: 0 });
  });
});

describe('edge case 28: how often', () => {
  it('is given as deployments a week and as days with one', () => {
    const { deploymentFrequency } = summary([
      job(at(4, '09:00')),
      job(at(4, '10:00')),
      job(at(6)),
      job(at(11)),
      job(at(18)),
      job(at(19)),
      job(at(20)),
      job(at(26)),
    ]);
    // 8 in 28 days; the full weeks of May 4, 11 and 18 have 2, 1 and 3 days.
    expect(deploymentFrequency).toMatchObject({
      n: 8,
      perWeek: 2,
      medianDaysPerWeek: 2,
    });
  });

  it('is per week of the window up to now', () => {
    // From May 1 to the noon of May 11 are 10.5 days, a week and a half.
    const { perWeek } = summary([job(at(2)), job(at(9)), job(at(10))], {
      now: at(11, '12:00'),
    }).deploymentFrequency;
    expect(perWeek).toBe(2);
  });

  it('has no median without a full week, and nothing before it begins', () => {
    expect(
      summary([job(at(2))], { now: at(3) }).deploymentFrequency
        .medianDaysPerWeek,
    ).toBeNull();
    expect(summary([], { now: at(-3) }).deploymentFrequency).toEqual({
      perWeek: null,
      medianDaysPerWeek: null,
      n: 0,
      series: [],
    });
  });
});

describe('edge case 32: deployments that are too young to judge', () => {
  it('are in frequency and rework, not in the fail rate, unless they failed', () => {
    const figures = summary(
      [
        job(at(5)),
        job(at(9, '12:00'), { unplanned: true }),
        job(at(9, '13:00'), { failed: true }),
        job(at(10, '11:00')),
      ],
      { now: at(10, '12:00') },
    );
    expect(figures.deploymentFrequency.n).toBe(4);
    // The one of 12:00 the day before is 24 hours old, so it is judged.
    expect(figures.changeFailRate).toMatchObject({
      value: 1 / 3,
      failed: 1,
      total: 3,
      pending: 1,
    });
    expect(figures.reworkRate).toMatchObject({
      value: 0.25,
      unplanned: 1,
      total: 4,
    });
  });
});

it('shows jobs that failed apart from failed deployments', () => {
  const figures = summary([
    job(at(2)),
    job(at(3), { result: 'failure', counted: false }),
    job(at(4), { result: 'canceled', counted: false }),
    job(at(5), { counted: false }),
  ]);
  expect(figures.deploymentJobs).toEqual({ total: 4, succeeded: 2 });
  expect(figures.deploymentFrequency.n).toBe(1);
  expect(figures.changeFailRate).toMatchObject({ failed: 0, total: 1 });
});

describe('whatever the samples', () => {
  const instants = fc
    .integer({ min: 0, max: 60 * 24 })
    .map(hours => new Date(at(-10).getTime() + hours * HOUR * 1000));
  const jobs = fc
    .record({
      finishedAt: instants,
      counted: fc.boolean(),
      failed: fc.boolean(),
      unplanned: fc.boolean(),
      recoverySeconds: fc.option(fc.nat()),
    })
    .map(({ finishedAt, ...fields }) => job(finishedAt, fields));

  it('rates are within 0..1 and their interval, and series add up to the whole', () => {
    fc.assert(
      fc.property(
        fc.array(jobs),
        fc.constantFrom('day' as const, 'week' as const, 'month' as const),
        instants,
        (deployments, interval, now) => {
          const figures = summary(deployments, { interval, now });
          const { deploymentFrequency, changeFailRate, reworkRate } = figures;
          const isOrdered = ({ low, value, high }: Rate) =>
            (value === null && low === null && high === null) ||
            ascending([0, low ?? NaN, value ?? NaN, high ?? NaN, 1]).join() ===
              [0, low, value, high, 1].join();
          expect(isOrdered(changeFailRate)).toBe(true);
          expect(isOrdered(reworkRate)).toBe(true);
          expect(changeFailRate.failed).toBeLessThanOrEqual(
            changeFailRate.total,
          );
          expect(changeFailRate.total + changeFailRate.pending).toBe(
            deploymentFrequency.n,
          );
          const sum = (points: { n: number }[]) =>
            points.reduce((total, { n }) => total + n, 0);
          expect(sum(deploymentFrequency.series)).toBe(deploymentFrequency.n);
          expect(sum(changeFailRate.series)).toBe(changeFailRate.total);
        },
      ),
    );
  });
});
