import {
  commit,
  deployed,
  detected,
  resolved,
  SHOP,
  type Scenario,
} from './scenario';

/** Which deployment an incident is counted against, and when it is over. */
export const incidents: Scenario = {
  name: 'incidents',
  description:
    'Blamed by id, by commit or by time; two at once; back again; still open; too late; of unknown cause.',
  events: [
    deployed('d1', '2026-03-02T08:00:00Z', 1),
    deployed('d2', '2026-03-02T12:00:00Z', 2),
    // Half an hour after d2, which nobody blames: d2 is the last before it.
    detected('i1', '2026-03-02T13:00:00Z', {
      impactStartAt: '2026-03-02T12:30:00Z',
    }),
    // A second one, said to be of d2: it is over when both are.
    detected('i2', '2026-03-02T15:00:00Z', { causedBy: 'd2' }),
    resolved('i1', '2026-03-02T16:00:00Z', {
      mitigatedAt: '2026-03-02T14:00:00Z',
    }),
    resolved('i2', '2026-03-02T18:00:00Z'),
    deployed('d3', '2026-03-03T12:00:00Z', 3),
    detected('i3', '2026-03-03T20:00:00Z', { causedBy: commit(3) }),
    resolved('i3', '2026-03-04T00:00:00Z'),
    detected('i3', '2026-03-04T06:00:00Z', { causedBy: commit(3) }),
    resolved('i3', '2026-03-04T09:00:00Z'),
    deployed('d4', '2026-03-04T12:00:00Z', 4),
    detected('i4', '2026-03-04T13:00:00Z', { causedBy: 'd4' }),
    deployed('d5', '2026-03-05T12:00:00Z', 5),
    detected('i5', '2026-03-05T13:00:00Z', { environment: 'staging' }),
    // Somebody knows the cause, but we do not: no guess.
    detected('i6', '2026-03-05T14:00:00Z', { causedBy: 'unheard-of' }),
    // A second later than a day after d5.
    detected('i7', '2026-03-06T12:00:01Z'),
    deployed('d6', '2026-03-07T10:00:00Z', 6, { result: 'failure' }),
    detected('i8', '2026-03-07T10:30:00Z'),
  ],
  catalog: SHOP,
  question: {
    scope: 'group:default/shop-team',
    from: '2026-03-02',
    to: '2026-03-09',
    interval: 'week',
    timezone: 'UTC',
    now: Date.parse('2026-03-20T00:00:00Z'),
  },
  expected: {
    deploymentFrequency: { n: 5, perWeek: 5, medianDaysPerWeek: 4 },
    // d2, d3 and d4.
    changeFailRate: { failed: 3, total: 5, pending: 0, value: 0.6 },
    // d2 from 12:00 to 18:00, d3 from 12:00 to 09:00 of the next day; d4 goes on.
    recoveryTime: { n: 2, open: 1, p50: 48_600, p90: 70_200 },
    reworkRate: { unplanned: 0, total: 5, value: 0 },
    deploymentJobs: { total: 6, succeeded: 5 },
    // i6, i7, i8; i5 is of no production.
    unlinkedIncidents: 3,
  },
};
