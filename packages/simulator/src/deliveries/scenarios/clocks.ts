import {
  deployed,
  detected,
  resolved,
  SERVICE,
  SHOP,
  type Scenario,
} from './scenario';

/** Midnights of New York, in the week in which its clocks go forward; the present is a Sunday noon. */
export const clocks: Scenario = {
  name: 'clocks',
  description:
    'Days are those of the time zone, weeks those of ISO 8601; the youngest deployment is not judged yet.',
  events: [
    // 23:59:59 on 1 March.
    deployed('d1', '2026-03-02T04:59:59Z', 1),
    // 00:00 on 2 March, a Monday.
    deployed('d2', '2026-03-02T05:00:00Z', 2),
    // 23:30 on 8 March: since that night four hours behind, not five.
    deployed('d3', '2026-03-09T03:30:00Z', 3),
    // 00:00 on 9 March.
    deployed('d4', '2026-03-09T04:00:00Z', 4),
    // Younger than a day, but failed.
    deployed('d5', '2026-03-14T20:00:00Z', 5),
    detected('i1', '2026-03-14T20:30:00Z', { causedBy: 'd5' }),
    resolved('i1', '2026-03-14T22:00:00Z'),
    deployed('d6', '2026-03-15T10:00:00Z', 6),
  ],
  catalog: SHOP,
  question: {
    scope: SERVICE,
    from: '2026-03-02',
    to: '2026-03-16',
    interval: 'week',
    timezone: 'America/New_York',
    now: Date.parse('2026-03-15T16:00:00Z'),
  },
  expected: {
    timezone: 'America/New_York',
    deploymentFrequency: {
      n: 5,
      // 13 days and a half: it is noon.
      perWeek: 35 / 13.5,
      // The second week is not over. In the first: 2 March and 8 March.
      medianDaysPerWeek: 2,
      series: [
        {
          start: '2026-03-02',
          end: '2026-03-09',
          value: 2,
          n: 2,
          partial: false,
        },
        {
          start: '2026-03-09',
          end: '2026-03-16',
          value: 3,
          n: 3,
          partial: true,
        },
      ],
    },
    changeFailRate: {
      failed: 1,
      total: 4,
      pending: 1,
      value: 0.25,
      series: [
        {
          start: '2026-03-02',
          end: '2026-03-09',
          value: 0,
          n: 2,
          partial: false,
        },
        {
          start: '2026-03-09',
          end: '2026-03-16',
          value: 0.5,
          n: 2,
          partial: true,
        },
      ],
    },
    recoveryTime: { n: 1, open: 0, p50: 7_200 },
    reworkRate: { unplanned: 0, total: 5, value: 0 },
  },
};
