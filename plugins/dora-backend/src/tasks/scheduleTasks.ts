import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { CatalogSync } from '../catalog/CatalogSync';
import type { GitCollector } from '../git/GitCollector';
import type { Pipeline } from '../pipeline/Pipeline';
import type { RetentionService } from '../rebuild/RetentionService';

/** What runs without anybody asking. */
export async function scheduleTasks(options: {
  scheduler: SchedulerService;
  pipeline: Pipeline;
  catalogSync: CatalogSync;
  gitCollector: GitCollector;
  retention: RetentionService;
}): Promise<void> {
  const { scheduler, pipeline, catalogSync, gitCollector, retention } = options;
  // In every replica: they share the work.
  await scheduler.scheduleTask({
    id: 'dora:pipeline',
    scope: 'local',
    frequency: { seconds: 1 },
    timeout: { hours: 6 },
    fn: signal => pipeline.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'dora:catalog',
    scope: 'global',
    frequency: { minutes: 1 },
    timeout: { minutes: 10 },
    fn: signal => catalogSync.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'dora:git',
    scope: 'global',
    frequency: { minutes: 1 },
    timeout: { minutes: 30 },
    initialDelay: { seconds: 20 },
    fn: signal => gitCollector.run(signal),
  });
  await scheduler.scheduleTask({
    id: 'dora:retention',
    scope: 'global',
    frequency: { hours: 6 },
    timeout: { hours: 3 },
    fn: signal => retention.run(signal),
  });
}
