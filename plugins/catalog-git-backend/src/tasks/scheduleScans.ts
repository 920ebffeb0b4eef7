import { SchedulerService } from '@backstage/backend-plugin-api';
import { GitProviderConfig } from '@waymark/git-node';
import { ProviderScanner } from '../services/ProviderScanner';

/** One task per provider; one replica at a time runs it. */
export async function scheduleScans(options: {
  scheduler: SchedulerService;
  scanner: ProviderScanner;
  providers: GitProviderConfig[];
}): Promise<void> {
  const { scheduler, scanner, providers } = options;
  for (const provider of providers) {
    await scheduler.scheduleTask({
      id: `catalog-git:scan:${provider.id}`,
      scope: 'global',
      ...provider.schedule,
      fn: async signal => {
        await scanner.scanAll(provider, signal);
      },
    });
  }
}
