import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { DoraMetricsSink } from '../metrics';

/** One step of the way from an event to a figure. */
export interface Stage {
  name: string;
  /** Does a batch; how much that was, 0 when there is nothing. */
  run(): Promise<number>;
  /** Fewer than so many means that nothing is left but what has just come; default 1. */
  fullBatch?: number;
}

/** Stages that take turns until none has more to do, or their time is over. */
export interface StageGroup {
  stages: readonly Stage[];
  maxMs: number;
  /** Doubles its time with every turn that was too short, up to so much. */
  atMostMs?: number;
}

/** Two batches at once, so that one computes while the other waits for the database. */
const WORKERS = 2;

/**
 * Runs all groups of stages in turn. With a backlog, what comes in is taken in
 * first, for a while, so that a service is derived once for many events, not
 * once for each; but figures move on even when the backlog does not end. The
 * longer it lasts, the longer that while.
 *
 * Every replica does so; they share the work, because a batch is claimed in the
 * transaction that does it.
 */
export class Pipeline {
  readonly #groups: readonly StageGroup[];
  readonly #logger: LoggerService;
  readonly #metrics: Pick<DoraMetricsSink, 'worked'>;
  readonly #clock: () => number;

  constructor(options: {
    groups: readonly StageGroup[];
    logger: LoggerService;
    metrics: Pick<DoraMetricsSink, 'worked'>;
    clock?: () => number;
  }) {
    this.#groups = options.groups;
    this.#logger = options.logger;
    this.#metrics = options.metrics;
    this.#clock = options.clock ?? (() => performance.now());
  }

  /** Until nothing is left to do. */
  async run(signal?: AbortSignal): Promise<void> {
    const turns = this.#groups.map(group => ({ ...group }));
    let isBusy = true;
    while (isBusy && !signal?.aborted) {
      isBusy = false;
      for (const turn of turns) {
        const { wasBusy, hasMore } = await this.#runGroup(turn, signal);
        isBusy ||= wasBusy;
        const { atMostMs = turn.maxMs } = turn;
        if (hasMore) turn.maxMs = Math.min(2 * turn.maxMs, atMostMs);
      }
    }
  }

  async #runGroup(
    { stages, maxMs }: StageGroup,
    signal?: AbortSignal,
  ): Promise<{ wasBusy: boolean; hasMore: boolean }> {
    const until = this.#clock() + maxMs;
    let wasBusy = false;
    let hasMore = true;
    while (hasMore && !signal?.aborted && this.#clock() < until) {
      hasMore = false;
      for (const stage of stages) {
        const counts = await Promise.all(
          Array.from({ length: WORKERS }, () => this.#runStage(stage)),
        );
        const { fullBatch = 1 } = stage;
        wasBusy ||= counts.some(count => count > 0);
        hasMore ||= counts.some(count => count >= fullBatch);
      }
    }
    return { wasBusy, hasMore };
  }

  async #runStage(stage: Stage): Promise<number> {
    const start = this.#clock();
    try {
      const items = await stage.run();
      if (items > 0) {
        const seconds = (this.#clock() - start) / 1_000;
        this.#metrics.worked(stage.name, items, seconds);
      }
      return items;
    } catch (error) {
      // What was claimed is free again; the next round takes it up.
      this.#logger.warn(`Stage '${stage.name}' failed and is tried again`, {
        reason: stringifyError(error),
      });
      return 0;
    }
  }
}
