import {
  MetricsService,
  MetricsServiceObservableCallback,
} from '@backstage/backend-plugin-api/alpha';
import { Counts } from './database/IngestionStore';
import { createIngestionMetrics } from './metrics';

describe('createIngestionMetrics', () => {
  const gauges = new Map<string, MetricsServiceObservableCallback>();
  const count = jest.fn<Promise<Counts>, []>();
  let now = 0;

  beforeEach(() => {
    gauges.clear();
    count.mockReset();
    count.mockResolvedValue({
      entities: 7,
      repositories: {
        ok: 3,
        failing: 1,
        unreachable: 0,
        unauthorized: 0,
        pending: 0,
      },
      problems: [
        { code: 'schema', count: 2 },
        { code: 'binary', count: 1 },
      ],
    });
    const metrics = {
      createHistogram: () => ({ record() {} }),
      createCounter: () => ({ add() {} }),
      createObservableGauge: (name: string) => ({
        addCallback: (callback: MetricsServiceObservableCallback) =>
          gauges.set(name, callback),
      }),
    } as unknown as MetricsService;
    createIngestionMetrics({ metrics, count, clock: () => now });
  });

  async function collect() {
    const values: [string, number, unknown][] = [];
    for (const [name, callback] of gauges) {
      await callback({
        observe: (value, attributes) => values.push([name, value, attributes]),
      });
    }
    return values;
  }

  it('reads totals once for all gauges when they are collected', async () => {
    expect(count).not.toHaveBeenCalled();
    expect(await collect()).toEqual([
      ['catalogGit.repository.count', 3, { status: 'ok' }],
      ['catalogGit.repository.count', 1, { status: 'failing' }],
      ['catalogGit.repository.count', 0, { status: 'unreachable' }],
      ['catalogGit.repository.count', 0, { status: 'unauthorized' }],
      ['catalogGit.repository.count', 0, { status: 'pending' }],
      ['catalogGit.entity.count', 7, undefined],
      ['catalogGit.problem.count', 3, undefined],
    ]);
    expect(count).toHaveBeenCalledTimes(1);
    now += 5_000;
    await collect();
    expect(count).toHaveBeenCalledTimes(2);
  });

  it('gives no old values while the database is away', async () => {
    await collect();
    now += 5_000;
    count.mockRejectedValue(new Error('away'));
    expect(await collect()).toEqual([]);
  });
});
