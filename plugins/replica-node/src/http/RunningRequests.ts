import type { RequestHandler } from 'express';
import { isHeldOpen } from './isHeldOpen';

/** Knows which requests of people and machines are being answered. */
export class RunningRequests {
  #count = 0;
  #draining = false;
  #onIdle: (() => void) | undefined;

  readonly middleware: RequestHandler = (req, res, next) => {
    // A balancer that keeps its connection open would send the next request here too.
    if (this.#draining) res.setHeader('Connection', 'close');
    if (!isHeldOpen(req.path)) {
      this.#count += 1;
      res.once('close', () => {
        this.#count -= 1;
        if (this.#count === 0) this.#onIdle?.();
      });
    }
    next();
  };

  get count(): number {
    return this.#count;
  }

  /** From now on connections are not kept for another request. */
  drain(): void {
    this.#draining = true;
  }

  /** Resolves when nothing is being answered, or after `limitMs`. */
  async untilIdle(limitMs: number): Promise<void> {
    if (this.#count === 0) return;
    await new Promise<void>(resolve => {
      const timer = setTimeout(resolve, limitMs);
      this.#onIdle = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
