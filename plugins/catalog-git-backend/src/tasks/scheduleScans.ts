import { SchedulerService } from '@backstage/backend-plugin-api';
import { GitProviderConfig } from '@waymark/git-node';
import { IngestionStore } from '../database/IngestionStore';
import { OwnerNotices } from '../services/OwnerNotices';
import { ProviderScanner } from '../services/ProviderScanner';

/**
 * One task per provider, which one replica at a time runs; one task in every
 * replica that takes over a scan whose process died; and one for messages that
 * were not sent at once.
 */
export async function scheduleScans(options: {
  scheduler: SchedulerService;
  scanner: ProviderScanner;
  store: IngestionStore;
  notices: OwnerNotices;
  providers: GitProviderConfig[];
}): Promise<void> {
  const { scheduler, scanner, store, notices, providers } = options;
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
  await scheduler.scheduleTask({
    id: 'catalog-git:take-over',
    scope: 'local',
    frequency: { seconds: 10 },
    timeout: { minutes: 30 },
    initialDelay: { seconds: 10 },
    fn: async signal => {
      for (const scan of await store.listScans()) {
        const provider = providers.find(p => p.id === scan.provider);
        if (scan.lapsed && provider) {
          await scanner.scanAll(provider, signal);
        }
      }
    },
  });
  await scheduler.scheduleTask({
    id: 'catalog-git:notices',
    scope: 'global',
    frequency: { minutes: 1 },
    timeout: { minutes: 2 },
    initialDelay: { seconds: 30 },
    fn: () => notices.send(),
  });
}
