import { deployed, SERVICE, SHOP, type Scenario } from './scenario';

/**
 * A rollback that nobody calls one, a repair that somebody calls one, and what
 * does not count: the same once more, and a job that failed.
 */
export const takenBack: Scenario = {
  name: 'taken back',
  description:
    'v1, v2, v3 and back to v1: v2 failed, v3 only came after it. v5 repairs v4.',
  events: [
    deployed('d1', '2026-03-02T10:00:00Z', 1),
    deployed('d2', '2026-03-03T10:00:00Z', 2),
    deployed('d3', '2026-03-03T12:00:00Z', 3),
    deployed('d4', '2026-03-03T12:30:00Z', 1),
    deployed('d5', '2026-03-10T10:00:00Z', 4),
    deployed('d6', '2026-03-10T11:00:00Z', 5, { remediates: 'd5' }),
    deployed('d7', '2026-03-11T10:00:00Z', 5),
    deployed('d8', '2026-03-12T10:00:00Z', 6, { result: 'failure' }),
  ],
  catalog: SHOP,
  question: {
    scope: SERVICE,
    from: '2026-03-02',
    to: '2026-03-16',
    interval: 'week',
    timezone: 'UTC',
    now: Date.parse('2026-04-01T00:00:00Z'),
  },
  expected: {
    deploymentFrequency: {
      // d1 to d6 in two weeks; on 2 March, 3 March and 10 March.
      n: 6,
      perWeek: 3,
      medianDaysPerWeek: 1.5,
      series: [
        {
          start: '2026-03-02',
          end: '2026-03-09',
          value: 4,
          n: 4,
          partial: false,
        },
        {
          start: '2026-03-09',
          end: '2026-03-16',
          value: 2,
          n: 2,
          partial: false,
        },
      ],
    },
    // 2 of 6: (1/3 + z2/12 -+ z sqrt(1/27 + z2/144)) / (1 + z2/6), z = 1.959963984540054
    changeFailRate: {
      failed: 2,
      total: 6,
      pending: 0,
      value: 1 / 3,
      low: 0.0967714,
      high: 0.7000067,
    },
    // d2 was gone after 2.5 h, d5 after one.
    recoveryTime: { n: 2, open: 0, p50: 6300, p90: 8460 },
    reworkRate: { unplanned: 2, total: 6, value: 1 / 3 },
    deploymentJobs: { total: 8, succeeded: 7 },
    leadTime: { n: 0, p50: null },
  },
};
