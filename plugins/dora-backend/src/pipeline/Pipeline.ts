import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { DoraMetricsSink } from '../metrics';

/** One step of the way from an event to a figure. */
export interface Stage {
  name: string;
  /** Does a batch; how much that was, 0 when there is nothing. */
  run(): Promise<number>;
}

/** Two batches at once, so that one computes while the other waits for the database. */
const WORKERS = 2;
/** A stage gives way to the next after so long, however much is left. */
const MAX_STAGE_MS = 10_000;

/**
 * Runs all stages, each until it has nothing to do: with a backlog, a service
 * is derived once for many events, not once for each.
 *
 * Every replica does so; they share the work, because a batch is claimed in the
 * transaction that does it.
 */
export class Pipeline {
  readonly #stages: readonly Stage[];
  readonly #logger: LoggerService;
  readonly #metrics: Pick<DoraMetricsSink, 'worked'>;
  readonly #clock: () => number;

  constructor(options: {
    stages: readonly Stage[];
    logger: LoggerService;
    metrics: Pick<DoraMetricsSink, 'worked'>;
    clock?: () => number;
  }) {
    this.#stages = options.stages;
    this.#logger = options.logger;
    this.#metrics = options.metrics;
    this.#clock = options.clock ?? (() => performance.now());
  }

  /** Until nothing is left to do. */
  async run(signal?: AbortSignal): Promise<void> {
    let isBusy = true;
    while (isBusy && !signal?.aborted) {
      isBusy = false;
      for (const stage of this.#stages) {
        const workers = Array.from({ length: WORKERS }, () =>
          this.#exhaust(stage, signal),
        );
        const done = await Promise.all(workers);
        isBusy ||= done.some(items => items > 0);
      }
    }
  }

  async #exhaust(stage: Stage, signal?: AbortSignal): Promise<number> {
    const until = this.#clock() + MAX_STAGE_MS;
    let total = 0;
    while (!signal?.aborted && this.#clock() < until) {
      const start = this.#clock();
      let items: number;
      try {
        items = await stage.run();
      } catch (error) {
        // What was claimed is free again; the next round takes it up.
        this.#logger.warn(`Stage '${stage.name}' failed and is tried again`, {
          reason: stringifyError(error),
        });
        return 0;
      }
      if (items === 0) {
        break;
      }
      this.#metrics.worked(stage.name, items, (this.#clock() - start) / 1_000);
      total += items;
    }
    return total;
  }
}
