import {
  isCommitId,
  type GitRepository,
  type GitService,
} from '@waymark/git-node';
import type { Knex } from 'knex';
import {
  selectWantedRanges,
  upsertRanges,
  type WantedRange,
} from '../database/git/commitRanges';
import {
  selectRangeRequests,
  settleRangeRequests,
} from '../database/git/rangeRequests';
import { inBatch } from '../database/pipeline/inBatch';
import { markServices } from '../database/pipeline/dirtyServices';
import { BEGINNING } from '../names/Owners';
import type { GitServicePart } from './readRepository';

type Range = WantedRange & { shas: string[] | null };

const BATCH = 1_000;
const MAX_AGE_MS = 60_000;

/** Asks Git which commits deployments brought: `git log previous..this` without merges. */
export class CommitRanges {
  readonly #knex: Knex;
  readonly #git: GitService;
  readonly #maxCommits: number;

  constructor(options: { knex: Knex; git: GitService; maxCommits: number }) {
    this.#knex = options.knex;
    this.#git = options.git;
    this.#maxCommits = options.maxCommits;
  }

  /** Until all deployments of the services of a repository have theirs; free of charge where nothing changed. */
  async collect(
    url: string,
    parts: readonly GitServicePart[],
    signal?: AbortSignal,
  ): Promise<void> {
    const requests = await selectRangeRequests(
      this.#knex,
      parts.map(({ service }) => service),
    );
    if (!requests) {
      return;
    }
    const { services } = requests;
    for (;;) {
      const wanted = await inBatch(this.#knex, tx =>
        selectWantedRanges(tx, { services, limit: BATCH }),
      );
      if (wanted.length === 0) {
        await settleRangeRequests(this.#knex, requests);
        return;
      }
      const opened = await this.#git.open({
        url,
        maxAgeMs: MAX_AGE_MS,
        signal,
      });
      const ranges = await this.#ask(opened, wanted, parts, signal);
      await this.#knex.transaction(async tx => {
        await upsertRanges(tx, ranges);
        await markServices(
          tx,
          ranges
            .filter(({ shas }) => shas !== null)
            // What was guessed before may be known better now.
            .map(({ service }) => ({ service, from: BEGINNING })),
        );
      });
    }
  }

  async #ask(
    opened: GitRepository,
    wanted: readonly WantedRange[],
    parts: readonly GitServicePart[],
    signal?: AbortSignal,
  ): Promise<Range[]> {
    const ids = wanted.flatMap(({ sha, previousSha }) => [sha, previousSha]);
    // Of deployments of elsewhere, Git knows nothing: one question for all.
    const known = await opened.knownCommits({
      ids: ids.filter(isCommitId),
      signal,
    });
    const ranges: Range[] = [];
    for (const each of wanted) {
      const { sha, previousSha, service } = each;
      const isKnown = known.has(sha) && known.has(previousSha);
      const part = parts.find(other => other.service === service);
      const commits = isKnown
        ? await opened.log({
            ref: sha,
            notReachableFrom: previousSha,
            noMerges: true,
            paths: foldersOf(part),
            maxCount: this.#maxCommits,
            signal,
          })
        : null;
      ranges.push({ ...each, shas: commits?.map(({ id }) => id) ?? null });
    }
    return ranges;
  }
}

const FOLDER = /^([^*?[\]{}!()]+)\/\*\*$/;

/** Paths that Git can filter by; globs of another form are left to the paths of each change. */
function foldersOf(part: GitServicePart | undefined): string[] {
  const folders = (part?.paths ?? []).map(path => FOLDER.exec(path)?.[1]);
  return folders.every(folder => folder !== undefined) ? folders : [];
}
