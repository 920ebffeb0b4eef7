import type { Knex } from 'knex';
import { addMonths, monthOf, type Month } from '../../domain/months';
import {
  createPartition,
  dropPartition,
  selectMonths,
} from './partitionQueries';

/** Keeps the monthly partitions of raw events: made before they are needed, dropped after the retention. */
export class Partitions {
  readonly #knex: Knex;
  readonly #retentionMonths: number;
  /** Months that are known to exist; a partition that was dropped has no new events. */
  readonly #known = new Set<Month>();

  constructor(options: { knex: Knex; retentionMonths: number }) {
    this.#knex = options.knex;
    this.#retentionMonths = options.retentionMonths;
  }

  /** Nothing older is taken in. */
  oldest(now: Date): Date {
    const oldest = new Date(now);
    oldest.setUTCMonth(oldest.getUTCMonth() - this.#retentionMonths);
    return oldest;
  }

  /** Makes what the given times need. */
  async ensure(times: readonly Date[]): Promise<void> {
    for (const month of new Set(times.map(monthOf))) {
      if (!this.#known.has(month)) {
        await createPartition(this.#knex, month);
        this.#known.add(month);
      }
    }
  }

  /** Makes this and next month's, and drops those that are wholly too old. */
  async maintain(now: Date): Promise<{ dropped: Month[] }> {
    const month = monthOf(now);
    await this.ensure([now]);
    await createPartition(this.#knex, addMonths(month, 1));
    const oldest = monthOf(this.oldest(now));
    const months = await selectMonths(this.#knex);
    const dropped = [...months].filter(candidate => candidate < oldest).sort();
    for (const old of dropped) {
      await dropPartition(this.#knex, old);
      this.#known.delete(old);
    }
    return { dropped };
  }
}
