import {
  MetricsService,
  MetricsServiceObservableResult,
} from '@backstage/backend-plugin-api/alpha';
import { Counts } from './database/IngestionStore';

/** Gauges are asked for one after another; one look at the tables serves them all. */
const COUNTS_MAX_AGE_MS = 5_000;

export interface IngestionMetrics {
  scanFinished(
    provider: string,
    seconds: number,
    summary: {
      changed: number;
      unchanged: number;
      failed: number;
      changes: number;
    },
  ): void;
  changed(provider: string, changes: number): void;
}

/**
 * The only place that touches the metrics service, which is still alpha.
 * Totals are read when they are collected, so every replica tells the same.
 */
export function createIngestionMetrics(options: {
  metrics: MetricsService;
  count: () => Promise<Counts>;
  /** Milliseconds; for tests. */
  clock?: () => number;
}): IngestionMetrics {
  const { metrics } = options;
  const duration = metrics.createHistogram('catalogGit.scan.duration', {
    description: 'Duration of a complete scan of a provider',
    unit: 's',
  });
  const scanned = metrics.createCounter('catalogGit.repository.scan', {
    description: 'Repositories scanned, by outcome',
  });
  const changes = metrics.createCounter('catalogGit.entity.change', {
    description: 'Entities changed or removed',
  });
  observeTotals(options);
  const changed = (provider: string, count: number) =>
    changes.add(count, { provider });
  return {
    scanFinished(provider, seconds, summary) {
      duration.record(seconds, { provider });
      for (const outcome of ['changed', 'unchanged', 'failed'] as const) {
        scanned.add(summary[outcome], { provider, outcome });
      }
      changed(provider, summary.changes);
    },
    changed,
  };
}

function observeTotals(
  options: Parameters<typeof createIngestionMetrics>[0],
): void {
  const { metrics, clock = () => performance.now() } = options;
  let last: { at: number; counts: Promise<Counts> } | undefined;
  const counts = () => {
    if (!last || clock() - last.at >= COUNTS_MAX_AGE_MS) {
      last = { at: clock(), counts: options.count() };
    }
    return last.counts;
  };
  const gauge = (
    name: string,
    description: string,
    tell: (counts: Counts, result: MetricsServiceObservableResult) => void,
  ) =>
    metrics
      .createObservableGauge(name, { description })
      .addCallback(async result => {
        // Without the database there is no value, rather than an old one.
        const current = await counts().catch(() => undefined);
        if (current) {
          tell(current, result);
        }
      });

  gauge(
    'catalogGit.repository.count',
    'Known repositories, by status',
    ({ repositories }, result) => {
      for (const [status, count] of Object.entries(repositories)) {
        result.observe(count, { status });
      }
    },
  );
  gauge(
    'catalogGit.entity.count',
    'Entities given to the catalog',
    ({ entities }, result) => result.observe(entities),
  );
  gauge(
    'catalogGit.problem.count',
    'Open ingestion problems',
    ({ problems }, result) =>
      result.observe(problems.reduce((sum, p) => sum + p.count, 0)),
  );
}
