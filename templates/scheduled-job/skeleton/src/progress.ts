import type { Logger } from './logger.ts';

/** Counts what is done and logs it now and then: often enough to see life, seldom enough to read. */
export class Progress {
  #items = 0;
  #toldAt: number;
  readonly #logger: Logger;
  readonly #everyMs: number;
  readonly #now: () => number;

  constructor(options: { logger: Logger; everyMs: number; now: () => number }) {
    this.#logger = options.logger;
    this.#everyMs = options.everyMs;
    this.#now = options.now;
    this.#toldAt = options.now();
  }

  get items(): number {
    return this.#items;
  }

  add(items: number): void {
    this.#items += items;
    if (this.#now() - this.#toldAt < this.#everyMs) return;
    this.#toldAt = this.#now();
    this.#logger.info({ items: this.#items }, 'progress');
  }
}
