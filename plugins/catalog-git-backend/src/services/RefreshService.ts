import { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError, stringifyError } from '@backstage/errors';
import {
  GitProviderConfig,
  GitRepositoryListing,
  listRepositories,
  matchesProvider,
} from '@waymark/git-node';
import { IngestionStore } from '../database/IngestionStore';
import { ProviderScanner } from './ProviderScanner';
import { repositoryMatcher } from './repositoryMatcher';

export interface RefreshRequest {
  repository?: string;
  url?: string;
  provider?: string;
  /** All repositories that have a problem. */
  failing?: boolean;
}

interface Target {
  provider: GitProviderConfig;
  listings: GitRepositoryListing[];
}

const SHOWN = 20;

/** Finds the repositories that a push or a person names, and scans them now. */
export class RefreshService {
  readonly #providers: GitProviderConfig[];
  readonly #scanner: ProviderScanner;
  readonly #store: Pick<IngestionStore, 'listFailing' | 'getKnown'>;
  readonly #logger: LoggerService;
  readonly #signal: AbortSignal;

  constructor(options: {
    providers: GitProviderConfig[];
    scanner: ProviderScanner;
    store: Pick<IngestionStore, 'listFailing' | 'getKnown'>;
    logger: LoggerService;
    /** Ends scans when the process shuts down. */
    signal: AbortSignal;
  }) {
    this.#providers = options.providers;
    this.#scanner = options.scanner;
    this.#store = options.store;
    this.#logger = options.logger;
    this.#signal = options.signal;
  }

  /**
   * Starts scanning what the request names and returns the names. The scan
   * itself goes on after the answer; should this process die meanwhile, the
   * next scheduled scan finds the same.
   *
   * @throws InputError when nothing is named
   * @throws NotFoundError saying what is known
   */
  async refresh(request: RefreshRequest): Promise<string[]> {
    const targets = await this.find(request);
    for (const { provider, listings } of targets) {
      this.#scanner.scanSome(provider, listings, this.#signal).catch(error =>
        this.#logger.warn('Refresh of Git repositories failed', {
          provider: provider.id,
          reason: stringifyError(error),
        }),
      );
    }
    return targets.flatMap(t => t.listings.map(listing => listing.name));
  }

  /** Providers with the repositories that a request names. */
  async find(request: RefreshRequest): Promise<Target[]> {
    const { repository, url, provider, failing } = request;
    if (!repository && !url && !provider && !failing) {
      throw new InputError(
        "body: give 'repository', 'url', 'provider' or 'failing'",
      );
    }
    const candidates = this.#providers.filter(
      p => provider === undefined || p.id === provider,
    );
    if (candidates.length === 0) {
      throw new NotFoundError(
        `There is no Git provider '${provider}'; known are ${list(
          this.#providers.map(p => p.id),
        )}`,
      );
    }
    const known: string[] = [];
    const targets: Target[] = [];
    for (const candidate of candidates) {
      if (repository && !matchesProvider(candidate, repository)) {
        continue;
      }
      const named = await this.#knownByName(candidate, repository);
      if (named) {
        targets.push({ provider: candidate, listings: [named] });
        continue;
      }
      const listings = await listRepositories(candidate);
      known.push(...listings.map(listing => listing.name));
      const matches = repositoryMatcher(request, candidate);
      const failed =
        failing && new Set(await this.#store.listFailing(candidate.id));
      const found = listings.filter(
        listing => matches(listing) && (!failed || failed.has(listing.name)),
      );
      if (found.length > 0) {
        targets.push({ provider: candidate, listings: found });
      }
    }
    if (targets.length === 0 && !failing) {
      throw new NotFoundError(
        `No known repository matches ${
          repository ?? url ?? provider
        }; known are ${list(known)}`,
      );
    }
    return targets;
  }

  /** A push to a repository of a root that is known need not look at all the others. */
  async #knownByName(
    provider: GitProviderConfig,
    name: string | undefined,
  ): Promise<GitRepositoryListing | undefined> {
    const known =
      provider.root && name
        ? await this.#store.getKnown({ provider: provider.id, name })
        : undefined;
    return known && { name: known.name, url: known.url };
  }
}

function list(names: string[]): string {
  if (names.length === 0) {
    return 'none';
  }
  const more = names.length - SHOWN;
  const shown = names.slice(0, SHOWN).join(', ');
  return more > 0 ? `${shown} and ${more} more` : shown;
}
