import type { DoraMetrics } from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import { selectFreshness } from '../database/reads/selectFreshness';

const MAX_AGE_MS = 1_000;

/** How far figures are behind; asked once a second, however many read. */
export class FreshnessReader {
  readonly #knex: Knex;
  readonly #now: () => Date;
  #last: { at: number; value: Promise<DoraMetrics['freshness']> } | undefined;

  constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async read(): Promise<DoraMetrics['freshness']> {
    const at = performance.now();
    if (!this.#last || at - this.#last.at >= MAX_AGE_MS) {
      this.#last = { at, value: this.#select() };
    }
    return this.#last.value;
  }

  async #select(): Promise<DoraMetrics['freshness']> {
    const now = this.#now();
    const row = await selectFreshness(this.#knex, now);
    const computedAt = row.oldestAt && row.oldestAt < now ? row.oldestAt : now;
    return {
      computedAt: computedAt.toISOString(),
      lastEventAt: row.lastEventAt?.toISOString() ?? null,
      pendingEvents: row.pendingEvents,
      pendingUntil: row.pendingUntil?.toISOString() ?? null,
    };
  }
}
