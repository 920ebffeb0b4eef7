import { AsyncLocalStorage } from 'node:async_hooks';

/** What could not be read, kept apart for each run of a provider. */
export class RunJournal {
  readonly #runs = new AsyncLocalStorage<string[]>();

  /** Begins an empty page for everything that happens within. */
  run<T>(work: () => T): T {
    return this.#runs.run([], work);
  }

  note(failure: string): void {
    this.#runs.getStore()?.push(failure);
  }

  /** Of the run that asks. */
  get failures(): readonly string[] {
    return this.#runs.getStore() ?? [];
  }
}
