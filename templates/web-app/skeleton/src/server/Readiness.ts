export type Phase = 'starting' | 'ready' | 'stopping';

/** Whether this process should be sent requests: not before its database is up to date, nor once it is told to stop. */
export class Readiness {
  #phase: Phase = 'starting';

  get phase(): Phase {
    return this.#phase;
  }

  markReady() {
    if (this.#phase === 'starting') this.#phase = 'ready';
  }

  markStopping() {
    this.#phase = 'stopping';
  }
}
