import { DatabaseService } from '@backstage/backend-plugin-api';
import { lockDelivery } from '../database/lockDelivery';

/**
 * Lets one replica at a time deliver the changes of a provider. Two at once
 * could apply an older state after a newer one. Uses an advisory lock of the
 * catalog's database and none of its tables.
 */
export interface DeliveryLock {
  run<T>(provider: string, task: () => Promise<T>): Promise<T>;
}

export function createDeliveryLock(database: DatabaseService): DeliveryLock {
  // One at a time in this process too, so that at most one connection waits.
  let queue: Promise<unknown> = Promise.resolve();
  return {
    run(provider, task) {
      const next = queue.then(async () => {
        const knex = await database.getClient();
        return knex.transaction(async tx => {
          await lockDelivery(tx, provider);
          return task();
        });
      });
      queue = next.catch(() => {});
      return next;
    },
  };
}
