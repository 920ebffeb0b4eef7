import type { Logger } from 'pino';
import type { Backoff } from './backoff.ts';

interface PollerOptions {
  /** What it does, as the log should call it. */
  readonly name: string;
  /** One piece of work. Resolves to whether there may be more at once. */
  readonly step: () => Promise<boolean>;
  /** How long to rest when there was nothing to do. */
  readonly idleMs: number;
  /** How long to rest after failures. */
  readonly backoff: Backoff;
  readonly log: Logger;
}

/** Repeats one step for ever: at once while there is work, seldom while there is none, ever more seldom while it fails. */
export class Poller {
  readonly #options: PollerOptions;
  #running: Promise<void> | undefined;
  #stopping = false;
  #failures = 0;
  #called = false;
  #interrupt = (): void => undefined;

  constructor(options: PollerOptions) {
    this.#options = options;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  /** There is work: do not rest. A poller that fails keeps its pace all the same. */
  wake(): void {
    this.#called = true;
    if (this.#failures === 0) this.#interrupt();
  }

  /** Resolves when the step under way has ended. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#interrupt();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopping) {
      this.#called = false;
      await this.#rest(await this.#once());
    }
  }

  async #once(): Promise<number> {
    const { name, step, idleMs, backoff, log } = this.#options;
    try {
      const hasMore = await step();
      this.#failures = 0;
      return hasMore ? 0 : idleMs;
    } catch (error) {
      this.#failures += 1;
      const rest = backoff(this.#failures);
      log.error(
        { err: error, failures: this.#failures, retryInMs: rest },
        `${name} failed`,
      );
      return rest;
    }
  }

  #rest(ms: number): Promise<void> {
    const isCalled = this.#called && this.#failures === 0;
    if (ms === 0 || isCalled || this.#stopping) return Promise.resolve();
    return new Promise(resolve => {
      const timer = setTimeout(resolve, ms);
      this.#interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
