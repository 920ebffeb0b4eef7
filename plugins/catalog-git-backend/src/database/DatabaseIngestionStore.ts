import { Knex } from 'knex';
import { applyReading } from './applyReading';
import { decodeCursor, encodeCursor } from './cursors';
import { IngestionStore, RepositoryKey } from './IngestionStore';
import { claimScan } from './queries/claimScan';
import { clearRetries } from './queries/clearRetries';
import { countMisses } from './queries/countMisses';
import { deleteOtherProviders } from './queries/deleteOtherProviders';
import { deleteRepositories } from './queries/deleteRepositories';
import { deliveryCursor } from './queries/deliveryCursor';
import { finishScan } from './queries/finishScan';
import { forgetTold } from './queries/forgetTold';
import { insertPending } from './queries/insertPending';
import { lockSettlement } from './queries/lockSettlement';
import { lockNotices } from './queries/lockNotices';
import { markUnchanged } from './queries/markUnchanged';
import { insertRepositoryScan } from './queries/insertRepositoryScan';
import { markFailed } from './queries/markFailed';
import { markNoticesSent } from './queries/markNoticesSent';
import { moveCursor } from './queries/moveCursor';
import { progressScan } from './queries/progressScan';
import { prunePastProblems } from './queries/prunePastProblems';
import { rememberTold } from './queries/rememberTold';
import { selectChanges } from './queries/selectChanges';
import { selectCounts } from './queries/selectCounts';
import { selectDueNotices } from './queries/selectDueNotices';
import { selectEntityProblems } from './queries/selectEntityProblems';
import { selectFailing } from './queries/selectFailing';
import { selectKnown } from './queries/selectKnown';
import { selectMended } from './queries/selectMended';
import { selectOwnProblems } from './queries/selectOwnProblems';
import { selectPastProblems } from './queries/selectPastProblems';
import { selectProblems } from './queries/selectProblems';
import { selectRepositories } from './queries/selectRepositories';
import { selectRepositoryScans } from './queries/selectRepositoryScans';
import { selectScans } from './queries/selectScans';
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

  async markFailed(options: Options<'markFailed'>) {
    const { repository, reason, origin, now } = options;
    await this.#knex.transaction(async tx => {
      await markFailed(tx, options);
      await prunePastProblems(tx, repository);
      if (origin) {
        const durationMs = now.getTime() - origin.startedAt.getTime();
        await insertRepositoryScan(tx, {
          repository,
          scan: {
            finishedAt: now,
            durationMs,
            trigger: origin.trigger,
            outcome: 'failed',
            commit: null,
            changes: 0,
            reason,
          },
        });
      }
    });
  }

  async clearRetries() {
    await clearRetries(this.#knex);
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
    return claimScan(this.#knex, options);
  }

  async progressScan(options: Options<'progressScan'>) {
    return progressScan(this.#knex, options);
  }

  async finishScan(options: Options<'finishScan'>) {
    await finishScan(this.#knex, options);
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
    return this.#pageFromOffset(options.cursor, offset =>
      selectProblems(this.#knex, { ...options, offset }),
    );
  }

  async listOwnProblems(options: Options<'listOwnProblems'>) {
    return this.#pageFromOffset(options.cursor, offset =>
      selectOwnProblems(this.#knex, { ...options, offset }),
    );
  }

  async listEntityProblems(entityRef: string) {
    return selectEntityProblems(this.#knex, entityRef);
  }

  async getRepository(options: Options<'getRepository'>) {
    const { items } = await selectRepositories(this.#knex, {
      ...options,
      limit: 1,
    });
    return items.at(0);
  }

  async listPastProblems(key: RepositoryKey) {
    return selectPastProblems(this.#knex, key);
  }

  async listRepositoryScans(key: RepositoryKey) {
    return selectRepositoryScans(this.#knex, key);
  }

  async listFailing(provider: string) {
    return selectFailing(this.#knex, provider);
  }

  async tellOwners(tell: Options<'tellOwners'>) {
    await this.#knex.transaction(async tx => {
      if (!(await lockNotices(tx))) {
        return;
      }
      const due = await selectDueNotices(tx);
      const told = due.length > 0 ? await tell.broken(due) : [];
      await markNoticesSent(
        tx,
        told.flatMap(({ problems }) => problems),
      );
      await rememberTold(
        tx,
        told.flatMap(({ problems: [first], recipients }) =>
          recipients.length > 0 ? [{ ...first, recipients }] : [],
        ),
      );
      const mended = await selectMended(tx);
      if (mended.length > 0) {
        await forgetTold(tx, await tell.mended(mended));
      }
    });
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

  async #pageFromOffset<T>(
    cursor: string | undefined,
    select: (offset: number) => Promise<{ items: T[]; total: number }>,
  ) {
    const [start] = decodeCursor(cursor, ['number']);
    const { items, total } = await select(start);
    const end = start + items.length;
    const more = items.length > 0 && end < total;
    return { items, total, nextCursor: more ? encodeCursor([end]) : null };
  }
}
