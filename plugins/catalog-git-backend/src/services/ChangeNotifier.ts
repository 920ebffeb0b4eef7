import { EventsService } from '@backstage/plugin-events-node';
import {
  CATALOG_GIT_CHANGED_TOPIC,
  CatalogGitChangedPayload,
} from '@waymark/plugin-catalog-git-common';

/** Tells the catalog that entities of providers changed. */
export class ChangeNotifier {
  readonly #events: EventsService;
  readonly #minIntervalMs: number;
  /** Providers that were told of a moment ago, and whether they changed since. */
  readonly #recent = new Map<string, { changed: boolean }>();

  constructor(options: { events: EventsService; minIntervalMs?: number }) {
    this.#events = options.events;
    this.#minIntervalMs = options.minIntervalMs ?? 250;
  }

  /**
   * Publishes one event per provider at once, and what comes soon after it
   * together, so that a push is not held up and a first scan of many
   * repositories does not flood the bus. Losing one is harmless: the catalog
   * also asks on a schedule.
   */
  async notify(providers: string[]): Promise<void> {
    for (const provider of new Set(providers)) {
      const recent = this.#recent.get(provider);
      if (recent) {
        recent.changed = true;
      } else {
        this.#begin(provider);
      }
    }
  }

  #begin(provider: string) {
    const state = { changed: false };
    this.#recent.set(provider, state);
    setTimeout(() => {
      this.#recent.delete(provider);
      if (state.changed) {
        this.#begin(provider);
      }
    }, this.#minIntervalMs).unref();
    this.#publish(provider).catch(() => {});
  }

  async #publish(provider: string): Promise<void> {
    const eventPayload: CatalogGitChangedPayload = { provider };
    await this.#events.publish({
      topic: CATALOG_GIT_CHANGED_TOPIC,
      eventPayload,
    });
  }
}
