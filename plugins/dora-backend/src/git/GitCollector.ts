import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  listRepositories,
  type GitProviderConfig,
  type GitRepositoryListing,
  type GitService,
} from '@waymark/git-node';
import type { JsonValue } from '@backstage/types';
import type { Knex } from 'knex';
import { forgetUnknownRanges } from '../database/git/commitRanges';
import {
  selectProgress,
  upsertFailure,
  upsertProgress,
} from '../database/git/progress';
import type { IngestService } from '../ingest/IngestService';
import type { Knowledge } from '../names/Knowledge';
import type { KnowledgeCache } from '../names/KnowledgeCache';
import type { CommitRanges } from './CommitRanges';
import { gitSource } from './gitSource';
import {
  readRepository,
  type GitProgress,
  type GitServicePart,
} from './readRepository';
import { releaseRuleOf } from './releaseRule';

const EVENTS_AT_ONCE = 500;

export interface GitCollectorOptions {
  knex: Knex;
  git: GitService;
  providers: readonly GitProviderConfig[];
  knowledge: KnowledgeCache;
  ingest: IngestService;
  ranges: CommitRanges;
  /** Nothing older is of interest. */
  oldest: (now: Date) => Date;
  maxCommits: number;
  logger: LoggerService;
  now: () => Date;
}

/** Reads changes and releases from the repositories that the catalog is fed from. */
export class GitCollector {
  readonly #options: GitCollectorOptions;

  constructor(options: GitCollectorOptions) {
    this.#options = options;
  }

  async run(signal?: AbortSignal): Promise<void> {
    const { knex, knowledge, providers, logger } = this.#options;
    const known = await selectProgress(knex);
    const names = await knowledge.get();
    for (const provider of providers) {
      let listings: GitRepositoryListing[];
      try {
        listings = await listRepositories(provider, { signal });
      } catch (error) {
        logger.warn('Could not list repositories', {
          provider: provider.id,
          reason: stringifyError(error),
        });
        continue;
      }
      for (const listing of listings) {
        signal?.throwIfAborted();
        const parts = partsOf(names, listing.name);
        // What belongs to no service is nobody's change.
        if (parts.length > 0) {
          await this.#collect(provider, listing, parts, known, signal);
        }
      }
    }
  }

  async #collect(
    provider: GitProviderConfig,
    repository: GitRepositoryListing,
    parts: readonly GitServicePart[],
    progress: ReadonlyMap<string, GitProgress>,
    signal?: AbortSignal,
  ): Promise<void> {
    const { knex, git, ranges, maxCommits, logger } = this.#options;
    const { name, url } = repository;
    const now = this.#options.now();
    const known = progress.get(name);
    try {
      const reading = await readRepository({
        git,
        provider,
        repository,
        parts,
        known,
        maxCommits,
        oldest: this.#options.oldest(now),
        now,
        signal,
      });
      if (reading) {
        const { events, ...next } = reading;
        for (let at = 0; at < events.length; at += EVENTS_AT_ONCE) {
          await this.#store(events.slice(at, at + EVENTS_AT_ONCE));
        }
        await upsertProgress(knex, { ...next, name, now });
        await forgetUnknownRanges(
          knex,
          parts.map(({ service }) => service),
        );
      }
      await ranges.collect(url, parts, signal);
    } catch (error) {
      signal?.throwIfAborted();
      const reason = stringifyError(error);
      logger.warn('Could not read a repository', { repository: name, reason });
      await upsertFailure(knex, { name, now, error: reason });
    }
  }

  async #store(events: readonly object[]): Promise<void> {
    const body = [...events] as JsonValue[];
    const request = { headers: {}, rawBody: Buffer.alloc(0), body };
    await this.#options.ingest.take({ source: gitSource, request }, 'live');
  }
}

function partsOf(
  { names, directory }: Knowledge,
  repository: string,
): GitServicePart[] {
  return names.partsOf(repository).flatMap(({ service, paths }) => {
    const entity = directory.get(service);
    return entity?.present
      ? [{ service, paths, rule: releaseRuleOf(entity) }]
      : [];
  });
}
