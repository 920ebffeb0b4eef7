import { begunPeriods, summariseRollUps } from './summariseRollUps';
import { Tally, type Counters } from './Tally';

const window = { from: '2026-05-18', to: '2026-05-20', timezone: 'UTC' };
const now = new Date('2026-05-19T12:00:00Z');

const tallyOf = (counters: Counters) => Tally.of({ counters, histograms: {} });

const summaryOf = (
  counters: Counters,
  pending: Record<string, number>,
  today: Counters = counters,
) =>
  summariseRollUps({
    window,
    now,
    total: tallyOf(counters),
    periods: begunPeriods(window, 'day', now).map(period => ({
      period,
      tally: tallyOf(period.start === '2026-05-19' ? today : {}),
      medians: {},
    })),
    weeks: new Map(),
    pending: new Map(Object.entries(pending)),
  }).changeFailRate;

describe('the change fail rate of roll-ups', () => {
  it('leaves out what is too young to be judged, on its own day', () => {
    const rate = summaryOf(
      { deployments: 10, failed: 2 },
      { '2026-05-19': 5, '2026-05-20': 7 },
    );
    expect(rate).toMatchObject({ value: 0.4, total: 5, failed: 2, pending: 5 });
    expect(rate.series.map(({ value, n }) => [value, n])).toEqual([
      [null, 0],
      [0.4, 5],
    ]);
  });

  it('stays a rate while roll-ups are behind what waits to be judged', () => {
    const rate = summaryOf(
      { deployments: 3, failed: 1 },
      { '2026-05-19': 900 },
    );
    expect(rate).toMatchObject({ value: 1, total: 1, failed: 1, pending: 2 });
    expect(rate.series[1]).toMatchObject({ value: 1, n: 1 });

    const none = summaryOf({}, { '2026-05-19': 900 });
    expect(none).toMatchObject({ value: null, total: 0, pending: 0 });
  });
});
