import { rateOf } from '@waymark/plugin-dora-common';
import type { Knex } from 'knex';
import { selectHealth } from '../database/reads/selectHealth';

const DAY_MS = 86_400_000;
const RATE_DAYS = 90;
const COUNT_DAYS = 28;

/** Delivery health of services, for pages of the catalog. */
export class HealthReader {
  readonly #knex: Knex;
  readonly #graceHours: number;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; graceHours: number; now: () => Date }) {
    this.#knex = options.knex;
    this.#graceHours = options.graceHours;
    this.#now = options.now;
  }

  async read(services: readonly string[]) {
    const now = this.#now().getTime();
    const rows = await selectHealth(this.#knex, {
      services: [...new Set(services.map(ref => ref.toLowerCase()))],
      from: new Date(now - RATE_DAYS * DAY_MS),
      judgedUntil: new Date(now - this.#graceHours * 3_600_000),
      recentFrom: new Date(now - COUNT_DAYS * DAY_MS),
    });
    return rows.map(row => ({
      service: row.service,
      lastDeployment:
        row.lastId && row.lastFinishedAt
          ? {
              id: row.lastId,
              finishedAt: row.lastFinishedAt.toISOString(),
              version: row.lastVersion,
              failed: row.lastFailed ?? false,
            }
          : null,
      openIncidents: row.openIncidents,
      changeFailRate: {
        ...rateOf(row.failed, row.judged),
        failed: row.failed,
      },
      deploymentsLast28Days: row.recentDeployments,
    }));
  }
}
