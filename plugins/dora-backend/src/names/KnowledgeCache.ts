import type { Knex } from 'knex';
import { readKnowledge } from '../database/names/readKnowledge';
import { selectRevision, shareRevision } from '../database/names/revision';
import type { Knowledge } from './Knowledge';

const MAX_AGE_MS = 1_000;

/** The knowledge of the current revision, read again only when it has changed. */
export class KnowledgeCache {
  readonly #knex: Knex;
  readonly #clock: () => number;
  #cached: Promise<Knowledge> | undefined;
  #checkedAt = -Infinity;

  constructor(options: { knex: Knex; clock?: () => number }) {
    this.#knex = options.knex;
    this.#clock = options.clock ?? (() => performance.now());
  }

  /** For reads: at most a second old. */
  async get(): Promise<Knowledge> {
    if (this.#cached && this.#clock() - this.#checkedAt < MAX_AGE_MS) {
      return this.#cached;
    }
    this.#checkedAt = this.#clock();
    return this.#at(await selectRevision(this.#knex), this.#knex);
  }

  /** For writes: current until the transaction ends. */
  async share(tx: Knex.Transaction): Promise<Knowledge> {
    return this.#at(await shareRevision(tx), tx);
  }

  async #at(revision: number, knex: Knex): Promise<Knowledge> {
    const cached = await this.#cached?.catch(() => undefined);
    if (cached && cached.revision >= revision) {
      return cached;
    }
    this.#cached = readKnowledge(knex, revision);
    return this.#cached;
  }
}
