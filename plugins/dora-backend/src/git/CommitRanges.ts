import { NotFoundError } from '@backstage/errors';
import {
  isCommitId,
  type GitRepository,
  type GitService,
} from '@waymark/git-node';
import type { Knex } from 'knex';
import {
  selectWantedRanges,
  upsertRange,
  type WantedRange,
} from '../database/git/commitRanges';
import { markServices } from '../database/pipeline/dirtyServices';
import { BEGINNING } from '../names/Owners';
import type { GitServicePart } from './readRepository';

type Range = WantedRange & { shas: string[] | null };

const BATCH = 200;
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

  /** Until all deployments of the services of a repository have theirs. */
  async collect(
    url: string,
    parts: readonly GitServicePart[],
    signal?: AbortSignal,
  ): Promise<void> {
    const services = parts.map(({ service }) => service);
    for (;;) {
      const wanted = await selectWantedRanges(this.#knex, {
        services,
        limit: BATCH,
      });
      if (wanted.length === 0) {
        return;
      }
      const opened = await this.#git.open({
        url,
        maxAgeMs: MAX_AGE_MS,
        signal,
      });
      const ranges: Range[] = [];
      for (const each of wanted) {
        signal?.throwIfAborted();
        const part = parts.find(({ service }) => service === each.service);
        const shas = await this.#ask(opened, each, foldersOf(part), signal);
        ranges.push({ ...each, shas });
      }
      await this.#knex.transaction(async tx => {
        for (const range of ranges) {
          await upsertRange(tx, range);
        }
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
    { sha, previousSha }: WantedRange,
    paths: string[],
    signal?: AbortSignal,
  ): Promise<string[] | null> {
    if (!isCommitId(sha) || !isCommitId(previousSha)) {
      return null;
    }
    try {
      await opened.revParse(sha, { signal });
      await opened.revParse(previousSha, { signal });
    } catch (error) {
      if (error instanceof NotFoundError) {
        return null;
      }
      throw error;
    }
    const commits = await opened.log({
      ref: sha,
      notReachableFrom: previousSha,
      noMerges: true,
      paths,
      maxCount: this.#maxCommits,
      signal,
    });
    return commits.map(({ id }) => id);
  }
}

const FOLDER = /^([^*?[\]{}!()]+)\/\*\*$/;

/** Paths that Git can filter by; globs of another form are left to the paths of each change. */
function foldersOf(part: GitServicePart | undefined): string[] {
  const folders = (part?.paths ?? []).map(path => FOLDER.exec(path)?.[1]);
  return folders.every(folder => folder !== undefined) ? folders : [];
}
