import { isError, stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  takeDirtyFacts,
  type DirtyFact,
} from '../database/pipeline/dirtyFacts';
import { rejectFact } from '../database/pipeline/rejectFact';
import { inBatch } from '../database/pipeline/inBatch';
import { claimLanes } from '../database/pipeline/lanes';
import type { KnowledgeCache } from '../names/KnowledgeCache';
import { foldFacts } from './foldFacts';

/** Two workers have all lanes between them. */
const LANES_AT_ONCE = 32;
export const FOLDER_BATCH = 4_000;

/** Folds all that was said about a thing into one fact, and writes it where it differs. */
export class Folder {
  readonly #knex: Knex;
  readonly #knowledge: KnowledgeCache;

  constructor(options: { knex: Knex; knowledge: KnowledgeCache }) {
    this.#knex = options.knex;
    this.#knowledge = options.knowledge;
  }

  /** @returns how many facts were folded; 0: nothing to do */
  async run(): Promise<number> {
    try {
      return await this.#batch();
    } catch (error) {
      if (!isAboutData(error)) {
        throw error;
      }
      return this.#oneByOne();
    }
  }

  async #batch(): Promise<number> {
    return inBatch(this.#knex, async tx => {
      const dirty = await this.#claim(tx, FOLDER_BATCH);
      await this.#fold(tx, dirty);
      return dirty.length;
    });
  }

  /** Finds the fact that the database refuses; its events are rejected, the others folded. */
  async #oneByOne(): Promise<number> {
    for (let done = 0; done < FOLDER_BATCH; done++) {
      const found = await inBatch(this.#knex, async tx => {
        const [fact] = await this.#claim(tx, 1);
        if (fact) {
          await this.#foldOrReject(tx, fact);
        }
        return fact !== undefined;
      });
      if (!found) {
        return done;
      }
    }
    return FOLDER_BATCH;
  }

  async #foldOrReject(tx: Knex.Transaction, fact: DirtyFact) {
    try {
      await tx.transaction(savepoint => this.#fold(savepoint, [fact]));
    } catch (error) {
      if (!isAboutData(error)) {
        throw error;
      }
      await rejectFact(tx, {
        factId: fact.factId,
        reason: stringifyError(error),
      });
    }
  }

  async #claim(tx: Knex.Transaction, limit: number): Promise<DirtyFact[]> {
    const lanes = await claimLanes(tx, {
      stage: 'fold',
      limit: LANES_AT_ONCE,
    });
    return lanes.length > 0 ? takeDirtyFacts(tx, { lanes, limit }) : [];
  }

  async #fold(tx: Knex.Transaction, dirty: readonly DirtyFact[]) {
    if (dirty.length > 0) {
      await foldFacts(tx, {
        dirty,
        knowledge: await this.#knowledge.share(tx),
      });
    }
  }
}

/** Classes of SQLSTATE for values that are wrong or too large; what else fails may succeed later. */
const ABOUT_DATA = /^(?:22|23|54)/;

function isAboutData(error: unknown): boolean {
  const code = isError(error) ? error.code : undefined;
  return (
    error instanceof TypeError ||
    error instanceof RangeError ||
    (typeof code === 'string' && ABOUT_DATA.test(code))
  );
}
