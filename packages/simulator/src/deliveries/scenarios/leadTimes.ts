import { deployed, merged, SERVICE, SHOP, type Scenario } from './scenario';

/** What is a sample of lead time and what is not. */
export const leadTimes: Scenario = {
  name: 'lead times',
  description:
    'Baselines, a bot, a commit without a review, a change that is shipped twice, one that was rebased, a hotfix.',
  events: [
    merged('c0', '2026-03-01T12:00:00Z', {
      firstCommitAt: '2025-01-01T00:00:00Z',
    }),
    // The first of all: nothing to measure from.
    deployed('d1', '2026-03-02T12:00:00Z', 1, { changeIds: ['c0'] }),
    merged('c1', '2026-03-03T12:00:00Z', {
      firstCommitAt: '2026-03-02T12:00:00Z',
      openedAt: '2026-03-02T18:00:00Z',
      firstReviewAt: '2026-03-03T06:00:00Z',
    }),
    merged('c2', '2026-03-03T13:00:00Z', {
      firstCommitAt: '2026-03-03T12:00:00Z',
      isBot: true,
    }),
    merged('c3', '2026-03-04T09:00:00Z', {
      firstCommitAt: '2026-03-04T08:00:00Z',
    }),
    deployed('d2', '2026-03-04T12:00:00Z', 2, {
      changeIds: ['c1', 'c2', 'c3'],
    }),
    deployed('d3', '2026-03-05T12:00:00Z', 1, { rolledBack: true }),
    // Rebased after it was opened: no time for coding, but for everything since.
    merged('c4', '2026-03-06T00:00:00Z', {
      openedAt: '2026-03-05T12:00:00Z',
      firstCommitAt: '2026-03-05T18:00:00Z',
    }),
    // c1 to c3 come along again, and were shipped before.
    deployed('d4', '2026-03-06T12:00:00Z', 3, {
      changeIds: ['c1', 'c2', 'c3', 'c4'],
    }),
    merged('c5', '2026-05-19T12:00:00Z', {
      firstCommitAt: '2026-03-07T12:00:00Z',
    }),
    // 75 days after d4: whatever waited so long says nothing.
    deployed('d5', '2026-05-20T12:00:00Z', 4, { changeIds: ['c5'] }),
    merged('c6', '2026-05-21T11:00:00Z', {
      firstCommitAt: '2026-05-21T10:00:00Z',
      openedAt: '2026-05-21T10:30:00Z',
      firstReviewAt: '2026-05-21T10:45:00Z',
      labels: ['hotfix'],
    }),
    deployed('d6', '2026-05-21T12:00:00Z', 5, { changeIds: ['c6'] }),
  ],
  catalog: SHOP,
  question: {
    scope: SERVICE,
    from: '2026-03-01',
    to: '2026-06-01',
    interval: 'month',
    timezone: 'UTC',
    now: Date.parse('2026-06-10T00:00:00Z'),
  },
  expected: {
    // 92 days. Of 13 full weeks one has four days, one two, the others none.
    deploymentFrequency: { n: 6, perWeek: 42 / 92, medianDaysPerWeek: 0 },
    leadTime: {
      // c6 2 h, c3 4 h, c4 24 h, c1 48 h.
      n: 4,
      p50: 50_400,
      p75: 108_000,
      p90: 146_880,
      stages: {
        coding: { p50: 11_700, mean: 11_700, n: 2 },
        pickup: { p50: 22_050, mean: 22_050, n: 2 },
        review: { p50: 11_250, mean: 11_250, n: 2 },
        deploy: { p50: 27_000, mean: 36_000, n: 4 },
      },
      series: [
        {
          start: '2026-03-01',
          end: '2026-04-01',
          value: 86_400,
          n: 3,
          partial: false,
        },
        {
          start: '2026-04-01',
          end: '2026-05-01',
          value: null,
          n: 0,
          partial: false,
        },
        {
          start: '2026-05-01',
          end: '2026-06-01',
          value: 7_200,
          n: 1,
          partial: false,
        },
      ],
    },
    changeFailRate: { failed: 1, total: 6, pending: 0 },
    recoveryTime: { n: 1, open: 0, p50: 86_400 },
    // The rollback and the hotfix.
    reworkRate: { unplanned: 2, total: 6, value: 1 / 3 },
  },
};
