import { TestDatabases } from '@backstage/backend-test-utils';
import {
  deployed,
  incident,
  merged,
  testDora,
} from '../__testUtils__/testDora';

jest.setTimeout(60_000);

describe('from event to figure', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('counts a deployment, its change and its incident', async () => {
    const dora = await testDora(await databases.init('POSTGRES_18'));
    const reply = await dora.send([
      deployed('a1', '2026-06-01T10:00:00Z'),
      merged('1', '2026-06-02T10:00:00Z', {
        firstCommitAt: '2026-06-01T12:00:00Z',
        openedAt: '2026-06-01T18:00:00Z',
        firstReviewAt: '2026-06-02T00:00:00Z',
        mergeCommitSha: 'c'.repeat(40),
      }),
      deployed('a2', '2026-06-02T12:00:00Z'),
      incident('i1', '2026-06-02T13:00:00Z', 'detected'),
      incident('i1', '2026-06-02T15:00:00Z', 'resolved'),
    ]);
    expect(reply).toEqual({ accepted: 5, duplicates: 0, rejected: [] });
    await dora.settle();

    const metrics = await dora.metricsOf({ scope: 'component:default/orders' });
    expect(metrics).toMatchObject({
      deploymentFrequency: { n: 2 },
      leadTime: {
        n: 1,
        p50: 24 * 3600,
        exact: true,
        stages: { coding: { p50: 6 * 3600 }, deploy: { p50: 2 * 3600 } },
      },
      changeFailRate: { failed: 1, total: 2, value: 0.5 },
      recoveryTime: { n: 1, p50: 3 * 3600, open: 0 },
      deploymentJobs: { total: 2, succeeded: 2 },
      unlinkedIncidents: 0,
      freshness: { pendingEvents: 0 },
    });
  });
});
