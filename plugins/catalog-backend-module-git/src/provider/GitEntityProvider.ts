import { LoggerService } from '@backstage/backend-plugin-api';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { ChangeFeed } from './ChangeFeed';
import { DeliveryLock } from './DeliveryLock';
import { toMutation } from './toMutation';

/** Gives the catalog what the `catalog-git` plugin read for one provider. */
export class GitEntityProvider implements EntityProvider {
  readonly #id: string;
  readonly #feed: ChangeFeed;
  readonly #lock: DeliveryLock;
  readonly #logger: LoggerService;
  #connection?: EntityProviderConnection;

  constructor(options: {
    /** Key in `catalog.providers.git`. */
    id: string;
    feed: ChangeFeed;
    lock: DeliveryLock;
    logger: LoggerService;
  }) {
    this.#id = options.id;
    this.#feed = options.feed;
    this.#lock = options.lock;
    this.#logger = options.logger;
  }

  getProviderName(): string {
    return `git:${this.#id}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  /**
   * Applies all changes that wait, page by page, and acknowledges each page
   * after it was applied: a crash in between repeats the page, which changes
   * nothing.
   */
  async deliver(signal?: AbortSignal): Promise<void> {
    await this.#lock.run(this.#id, async () => {
      for (;;) {
        const page = await this.#feed.read({ provider: this.#id, signal });
        if (page.changes.length === 0) {
          return;
        }
        await this.#apply(page.changes);
        await this.#feed.acknowledge({
          provider: this.#id,
          cursor: page.cursor,
        });
        if (!page.more) {
          return;
        }
      }
    });
  }

  /**
   * Applies every entity again, without acknowledging anything. Heals a
   * catalog whose database was lost or restored; costs little when nothing
   * differs.
   */
  async redeliver(signal?: AbortSignal): Promise<void> {
    await this.#lock.run(this.#id, async () => {
      let after = 0;
      for (;;) {
        signal?.throwIfAborted();
        const page = await this.#feed.read({
          provider: this.#id,
          after,
          signal,
        });
        await this.#apply(page.changes);
        if (!page.more) {
          return;
        }
        after = page.cursor;
      }
    });
  }

  async #apply(changes: Parameters<typeof toMutation>[0]): Promise<void> {
    if (!this.#connection) {
      throw new Error(`${this.getProviderName()} is not connected yet`);
    }
    const mutation = toMutation(changes);
    const { added, removed } = mutation;
    if (added.length + removed.length > 0) {
      await this.#connection.applyMutation(mutation);
      this.#logger.debug('Applied changes from Git', {
        provider: this.#id,
        added: added.length,
        removed: removed.length,
      });
    }
  }
}
