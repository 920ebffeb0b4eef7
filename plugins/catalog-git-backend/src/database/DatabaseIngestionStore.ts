import { Knex } from 'knex';
import { applyReading } from './applyReading';
import { decodeCursor, encodeCursor } from './cursors';
import { IngestionStore, RepositoryKey, ScanRecord } from './IngestionStore';
import { countMisses } from './queries/countMisses';
import { deleteOtherProviders } from './queries/deleteOtherProviders';
import { deleteRepositories } from './queries/deleteRepositories';
import { deliveryCursor } from './queries/deliveryCursor';
import { insertPending } from './queries/insertPending';
import { lockSettlement } from './queries/lockSettlement';
import { markUnchanged } from './queries/markUnchanged';
import { markUnreachable } from './queries/markUnreachable';
import { moveCursor } from './queries/moveCursor';
import { selectChanges } from './queries/selectChanges';
import { selectCounts } from './queries/selectCounts';
import { selectKnown } from './queries/selectKnown';
import { selectProblems } from './queries/selectProblems';
import { selectRepositories } from './queries/selectRepositories';
import { selectScans } from './queries/selectScans';
import { upsertScan } from './queries/upsertScan';
import { settle } from './settle';

/** Listings in a row that must lack a repository before it is forgotten. */
const MISSES_UNTIL_FORGOTTEN = 2;

type Options<K extends keyof IngestionStore> = Parameters<IngestionStore[K]>[0];

/** {@link IngestionStore} on Postgres. */
export class DatabaseIngestionStore implements IngestionStore {
  readonly #knex: Knex;

  constructor(options: { knex: Knex }) {
    this.#knex = options.knex;
  }

  async listKnown(provider: string) {
    return selectKnown(this.#knex, { provider });
  }

  async getKnown(key: RepositoryKey) {
    const { provider, name } = key;
    const [known] = await selectKnown(this.#knex, { provider, name });
    return known;
  }

  async addPending(options: Options<'addPending'>) {
    await insertPending(this.#knex, options);
  }

  async applyReading(options: Options<'applyReading'>) {
    return this.#knex.transaction(tx => applyReading(tx, options));
  }

  async markUnchanged(options: Options<'markUnchanged'>) {
    await this.#knex.transaction(tx => markUnchanged(tx, options));
  }

  async markUnreachable(options: Options<'markUnreachable'>) {
    await this.#knex.transaction(tx => markUnreachable(tx, options));
  }

  async recordListing(options: Options<'recordListing'>) {
    const { provider, names, now } = options;
    return this.#knex.transaction(async tx => {
      await lockSettlement(tx);
      const forgotten = await countMisses(tx, {
        provider,
        names,
        limit: MISSES_UNTIL_FORGOTTEN,
      });
      const entityRefs = await deleteRepositories(tx, {
        provider,
        names: forgotten,
      });
      return { forgotten, changes: await settle(tx, { entityRefs, now }) };
    });
  }

  async keepProviders(options: Options<'keepProviders'>) {
    await this.#knex.transaction(async tx => {
      await lockSettlement(tx);
      const entityRefs = await deleteOtherProviders(tx, options.providers);
      await settle(tx, { entityRefs, now: options.now });
    });
  }

  async startScan(options: Options<'startScan'>) {
    await upsertScan(this.#knex, {
      provider: options.provider,
      startedAt: options.now,
      finishedAt: null,
      durationMs: null,
      changed: 0,
      unchanged: 0,
      failed: 0,
      error: null,
    });
  }

  async finishScan(scan: ScanRecord) {
    await upsertScan(this.#knex, scan);
  }

  async listScans() {
    return selectScans(this.#knex);
  }

  async listRepositories(options: Options<'listRepositories'>) {
    const { cursor, limit } = options;
    const [name, provider] = decodeCursor(cursor, ['string', 'string']);
    const after = cursor ? { name, provider } : undefined;
    const { items, total } = await selectRepositories(this.#knex, {
      ...options,
      after,
      limit: limit + 1,
    });
    const page = items.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page,
      total,
      nextCursor:
        items.length > limit && last
          ? encodeCursor([last.name, last.provider])
          : null,
    };
  }

  async listProblems(options: Options<'listProblems'>) {
    const { cursor } = options;
    const [start] = decodeCursor(cursor, ['number']);
    const offset = cursor ? start : 0;
    const { items, total } = await selectProblems(this.#knex, {
      ...options,
      offset,
    });
    const end = offset + items.length;
    return {
      items,
      total,
      nextCursor: end < total ? encodeCursor([end]) : null,
    };
  }

  async count() {
    return selectCounts(this.#knex);
  }

  async listChanges(options: Options<'listChanges'>) {
    const { provider, limit } = options;
    const after = options.after ?? (await deliveryCursor(this.#knex, provider));
    const page = await selectChanges(this.#knex, {
      provider,
      after,
      includeRemovals: options.after === undefined,
      limit,
    });
    return { ...page, cursor: page.changes.at(-1)?.sequence ?? after };
  }

  async acknowledge(options: Options<'acknowledge'>) {
    return this.#knex.transaction(tx => moveCursor(tx, options));
  }
}
