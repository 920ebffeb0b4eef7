import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { dequeueOrphans } from '../database/pipeline/queue';
import type { Partitions } from '../database/raw/Partitions';
import { deleteOlder, RETAINED } from '../database/rebuild/deleteOlder';

/** Makes room for what comes and forgets what is too old. */
export class RetentionService {
  readonly #knex: Knex;
  readonly #partitions: Partitions;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    partitions: Partitions;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#partitions = options.partitions;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const now = this.#now();
    const { dropped } = await this.#partitions.maintain(now);
    const oldest = this.#partitions.oldest(now);
    await dequeueOrphans(this.#knex, oldest);
    let deleted = 0;
    for (const table of RETAINED) {
      let count = 1;
      while (count > 0 && !signal?.aborted) {
        count = await deleteOlder(this.#knex, table, oldest);
        deleted += count;
      }
    }
    if (dropped.length > 0 || deleted > 0) {
      this.#logger.info('Forgot what is older than the retention', {
        months: dropped.length,
        rows: deleted,
      });
    }
  }
}
