import { InputError, stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import {
  requeue,
  selectRejectedIds,
  takeRejected,
  upsertRejected,
  type RejectedRow,
} from '../database/raw/rejections';
import { isId } from '../domain/ids';
import type { IngestService } from '../ingest/IngestService';
import type { SourceRegistry } from '../ingest/SourceRegistry';

const BATCH = 200;
const MAX_AT_ONCE = 10_000;

/** Tries rejected events again: after a source was mended, or a clock set. */
export class RejectedService {
  readonly #knex: Knex;
  readonly #ingest: IngestService;
  readonly #sources: SourceRegistry;
  readonly #now: () => Date;

  constructor(options: {
    knex: Knex;
    ingest: IngestService;
    sources: SourceRegistry;
    now: () => Date;
  }) {
    this.#knex = options.knex;
    this.#ingest = options.ingest;
    this.#sources = options.sources;
    this.#now = options.now;
  }

  /** @returns how many are tried again; what fails again is rejected again */
  async replay(selection: {
    ids?: readonly string[];
    source?: string;
  }): Promise<number> {
    const { ids, source } = selection;
    if (!ids && !source) {
      throw new InputError('body: say ids, or a source');
    }
    const chosen = ids
      ? ids.filter(isId)
      : await selectRejectedIds(this.#knex, {
          source: source ?? '',
          limit: MAX_AT_ONCE,
        });
    let queued = 0;
    for (let at = 0; at < chosen.length; at += BATCH) {
      queued += await this.#take(chosen.slice(at, at + BATCH));
    }
    return queued;
  }

  /** What was stored is queued in the transaction that takes it; the rest is put back when it fails. */
  async #take(ids: readonly string[]): Promise<number> {
    const { taken, parts } = await this.#knex.transaction(async tx => {
      const rows = await takeRejected(tx, ids);
      const stored = rows.flatMap(row => row.stored ?? []);
      await requeue(tx, stored, { now: this.#now(), priority: 0 });
      return { taken: rows.length, parts: rows.filter(row => !row.stored) };
    });
    for (const part of parts) {
      await this.#receiveAgain(part);
    }
    return taken;
  }

  async #receiveAgain(row: RejectedRow): Promise<void> {
    try {
      const source = this.#sources.get(row.source);
      const request = {
        headers: row.headers,
        rawBody: Buffer.from(JSON.stringify(row.payload)),
        body: row.payload,
      };
      await this.#ingest.take({ source, request }, row.origin);
    } catch (error) {
      const reason = stringifyError(error);
      await upsertRejected(this.#knex, [{ ...row, reason }]);
    }
  }
}
