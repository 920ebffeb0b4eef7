import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { Counts } from './database/IngestionStore';

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
  totals(counts: Counts): void;
}

/** The only place that touches the metrics service, which is still alpha. */
export function createIngestionMetrics(
  metrics: MetricsService,
): IngestionMetrics {
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
  const repositories = metrics.createGauge('catalogGit.repository.count', {
    description: 'Known repositories, by status',
  });
  const entities = metrics.createGauge('catalogGit.entity.count', {
    description: 'Entities given to the catalog',
  });
  const problems = metrics.createGauge('catalogGit.problem.count', {
    description: 'Open ingestion problems',
  });
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
    totals(counts) {
      for (const [status, count] of Object.entries(counts.repositories)) {
        repositories.record(count, { status });
      }
      entities.record(counts.entities);
      problems.record(counts.problems.reduce((sum, p) => sum + p.count, 0));
    },
  };
}
