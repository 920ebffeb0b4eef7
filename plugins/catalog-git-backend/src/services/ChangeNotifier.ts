import { EventsService } from '@backstage/plugin-events-node';
import {
  CATALOG_GIT_CHANGED_TOPIC,
  CatalogGitChangedPayload,
} from '@waymark/plugin-catalog-git-common';

/** Tells the catalog that entities of providers changed. */
export class ChangeNotifier {
  readonly #events: EventsService;
  readonly #minIntervalMs: number;
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(options: { events: EventsService; minIntervalMs?: number }) {
    this.#events = options.events;
    this.#minIntervalMs = options.minIntervalMs ?? 250;
  }

  /**
   * Publishes one event per provider soon; calls close together share it, so
   * that a first scan of many repositories does not flood the bus. Losing one
   * is harmless: the catalog also asks on a schedule.
   */
  async notify(providers: string[]): Promise<void> {
    for (const provider of new Set(providers)) {
      if (!this.#waiting.has(provider)) {
        const timer = setTimeout(() => {
          this.#waiting.delete(provider);
          this.#publish(provider).catch(() => {});
        }, this.#minIntervalMs);
        this.#waiting.set(provider, timer.unref());
      }
    }
  }

  async #publish(provider: string): Promise<void> {
    const eventPayload: CatalogGitChangedPayload = { provider };
    await this.#events.publish({
      topic: CATALOG_GIT_CHANGED_TOPIC,
      eventPayload,
    });
  }
}
