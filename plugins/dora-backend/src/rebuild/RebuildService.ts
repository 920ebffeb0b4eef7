import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import { selectNextGeneration } from '../database/pipeline/generations';
import { requeue } from '../database/raw/rejections';
import {
  beginRebuild,
  lockRebuild,
  selectRebuild,
  updateRebuild,
  type RebuildState,
} from '../database/rebuild/rebuildState';
import {
  completeGeneration,
  deleteStaleObservations,
  isPipelineEmpty,
  markIncompleteServices,
  selectNextEvents,
} from '../database/rebuild/steps';

const EVENTS_AT_ONCE = 2_000;
const SERVICES_AT_ONCE = 500;

/**
 * Derives everything from the raw events again, in steps that any replica may
 * take up where another was stopped:
 *
 * 1. events: all are observed again, after what is live;
 * 2. facts: observations that were not made again are dropped;
 * 3. services: each puts all of its figures into the next generation of roll-ups;
 * 4. roll-ups: when that is complete, readers change over to it.
 *
 * Until then they read the present generation, which goes on being kept.
 */
export class RebuildService {
  readonly #knex: Knex;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: { knex: Knex; logger: LoggerService; now: () => Date }) {
    this.#knex = options.knex;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  async start(): Promise<RebuildState> {
    await this.#knex.transaction(tx => beginRebuild(tx, this.#now()));
    return this.state();
  }

  state(): Promise<RebuildState> {
    return selectRebuild(this.#knex);
  }

  /** A step of a rebuild that runs; 0: none does, or it waits for the pipeline. */
  async step(): Promise<number> {
    try {
      return await this.#knex.transaction(async tx => {
        const state = await lockRebuild(tx);
        return state?.state === 'running'
          ? this.#steps[state.phase](tx, state)
          : 0;
      });
    } catch (error) {
      // It is tried again with the next round; who looks sees why it is not done.
      this.#logger.warn('A step of the rebuild failed', {
        reason: stringifyError(error),
      });
      const state = await this.state();
      await this.#knex.transaction(tx =>
        updateRebuild(tx, { ...state, error: stringifyError(error) }),
      );
      return 0;
    }
  }

  readonly #steps: Record<
    RebuildState['phase'],
    (tx: Knex.Transaction, state: RebuildState) => Promise<number>
  > = {
    events: async (tx, state) => {
      if (!(await isPipelineEmpty(tx))) {
        return 0;
      }
      const { cursorAt, cursorId } = state;
      const events = await selectNextEvents(tx, {
        after:
          cursorAt && cursorId
            ? { occurredAt: cursorAt, eventId: cursorId }
            : null,
        limit: EVENTS_AT_ONCE,
      });
      const last = events.at(-1);
      if (!last) {
        await updateRebuild(tx, { ...state, phase: 'facts' });
        return 1;
      }
      await requeue(tx, events, { now: this.#now(), priority: 1 });
      await updateRebuild(tx, {
        ...state,
        cursorAt: last.occurredAt,
        cursorId: last.eventId,
        done: state.done + events.length,
        total: Math.max(state.total, state.done + events.length),
      });
      return events.length;
    },
    facts: async (tx, state) => {
      if (!(await isPipelineEmpty(tx))) {
        return 0;
      }
      await deleteStaleObservations(tx, await selectNextGeneration(tx));
      await updateRebuild(tx, { ...state, phase: 'services' });
      return 1;
    },
    services: async (tx, state) => {
      if (!(await isPipelineEmpty(tx))) {
        return 0;
      }
      const { marked, left } = await markIncompleteServices(tx, {
        generation: await selectNextGeneration(tx),
        limit: SERVICES_AT_ONCE,
      });
      if (left === 0) {
        await updateRebuild(tx, { ...state, phase: 'roll-ups' });
        return 1;
      }
      return marked;
    },
    'roll-ups': async (tx, state) => {
      if (!(await completeGeneration(tx, await selectNextGeneration(tx)))) {
        return 0;
      }
      await updateRebuild(tx, {
        ...state,
        state: 'idle',
        finishedAt: this.#now(),
        done: state.total,
        error: null,
      });
      return 1;
    },
  };
}
