import {
  deployed,
  detected,
  merged,
  resolved,
  SERVICE,
  SHOP,
  type Scenario,
} from './scenario';

const inRegion = (
  id: string,
  finishedAt: string,
  version: number,
  region: 'eu' | 'us',
  releaseId: string,
  more: Parameters<typeof deployed>[3] = {},
) =>
  deployed(id, finishedAt, version, {
    environment: `prod-${region}`,
    releaseId,
    ...more,
  });

/** Two regions, one release; other environments are none of its business. */
export const regions: Scenario = {
  name: 'regions',
  description:
    'A release counts once, when its last region has it. Needs prod-eu and prod-us mapped to production.',
  events: [
    inRegion('eu1', '2026-03-02T10:00:00Z', 1, 'eu', 'r1'),
    inRegion('us1', '2026-03-02T10:20:00Z', 1, 'us', 'r1'),
    merged('acme/shop#1', '2026-03-03T09:00:00Z', {
      firstCommitAt: '2026-03-02T11:00:00Z',
      openedAt: '2026-03-02T15:00:00Z',
      firstReviewAt: '2026-03-02T17:00:00Z',
    }),
    deployed('st2', '2026-03-03T09:30:00Z', 2, { environment: 'staging' }),
    inRegion('eu2', '2026-03-03T10:00:00Z', 2, 'eu', 'r2', {
      changeIds: ['acme/shop#1'],
    }),
    inRegion('us2', '2026-03-03T11:00:00Z', 2, 'us', 'r2', {
      changeIds: ['acme/shop#1'],
    }),
    inRegion('eu3', '2026-03-04T10:00:00Z', 3, 'eu', 'r3', {
      result: 'failure',
    }),
    inRegion('eu4', '2026-03-04T12:00:00Z', 3, 'eu', 'r4'),
    inRegion('us4', '2026-03-04T12:10:00Z', 3, 'us', 'r4'),
    detected('i1', '2026-03-04T12:30:00Z', { causedBy: 'eu4' }),
    resolved('i1', '2026-03-04T13:10:00Z'),
    deployed('x5', '2026-03-05T10:00:00Z', 5, { environment: 'live-eu' }),
  ],
  catalog: SHOP,
  question: {
    scope: 'system:default/retail',
    from: '2026-03-02',
    to: '2026-03-09',
    interval: 'day',
    timezone: 'UTC',
    now: Date.parse('2026-03-20T00:00:00Z'),
  },
  expected: {
    deploymentFrequency: { n: 3, perWeek: 3, medianDaysPerWeek: 3 },
    leadTime: {
      n: 1,
      p50: 86_400,
      p75: 86_400,
      p90: 86_400,
      exact: true,
      stages: {
        coding: { p50: 14_400, mean: 14_400, n: 1 },
        pickup: { p50: 7_200, mean: 7_200, n: 1 },
        review: { p50: 57_600, mean: 57_600, n: 1 },
        deploy: { p50: 7_200, mean: 7_200, n: 1 },
      },
    },
    changeFailRate: { failed: 1, total: 3, pending: 0, value: 1 / 3 },
    // The release, not the region, is what failed: from 12:10 to 13:10.
    recoveryTime: { n: 1, open: 0, p50: 3_600, p90: 3_600 },
    deploymentJobs: { total: 7, succeeded: 6 },
  },
};

/** The same service, asked for by name: SERVICE owns all of it. */
export const regionsOfService: Scenario = {
  ...regions,
  name: 'regions, asked by service',
  question: { ...regions.question, scope: SERVICE },
};
