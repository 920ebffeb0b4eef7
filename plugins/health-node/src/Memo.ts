/**
 * Keeps the result of a function for a while after it came, and lets callers
 * that arrive meanwhile wait for the same call.
 */
export class Memo<T> {
  readonly #load: () => Promise<T>;
  readonly #ttlMs: number;
  readonly #now: () => number;
  #current?: { promise: Promise<T>; expiresAt: number };

  constructor(options: {
    load: () => Promise<T>;
    ttlMs: number;
    now?: () => number;
  }) {
    this.#load = options.load;
    this.#ttlMs = options.ttlMs;
    this.#now = options.now ?? Date.now;
  }

  get(): Promise<T> {
    if (!this.#current || this.#current.expiresAt <= this.#now()) {
      const current = { promise: this.#load(), expiresAt: Infinity };
      const settle = () => {
        current.expiresAt = this.#now() + this.#ttlMs;
      };
      current.promise.then(settle, settle);
      this.#current = current;
    }
    return this.#current.promise;
  }
}
