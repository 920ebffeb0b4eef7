import { LoggerService } from '@backstage/backend-plugin-api';
import {
  GitProviderConfig,
  GitRepositoryListing,
  GitService,
} from '@waymark/git-node';
import {
  IngestionStore,
  KnownRepository,
  ScanTrigger,
} from '../database/IngestionStore';
import { HostBreaker } from './HostBreaker';
import { markFailed, scanRepository, ScanOutcome } from './scanRepository';

/** Scans single repositories, and keeps a scan from asking in vain. */
export class RepositoryScans {
  readonly #git: GitService;
  readonly #store: IngestionStore;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    git: GitService;
    store: IngestionStore;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#git = options.git;
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** A repository that failed waits longer each time; a request does not wait. */
  isWaiting(known: KnownRepository | undefined): boolean {
    return known?.retryAt !== undefined && known.retryAt > this.#now();
  }

  async scan(options: {
    provider: GitProviderConfig;
    listing: GitRepositoryListing;
    known: KnownRepository | undefined;
    trigger: ScanTrigger;
    breaker: HostBreaker;
    signal?: AbortSignal;
  }): Promise<ScanOutcome> {
    const { provider, listing, known, breaker } = options;
    const refusal = breaker.refusal(listing.url);
    if (refusal) {
      const common = { store: this.#store, now: this.#now };
      await markFailed({ ...options, ...common, failure: refusal });
      return { status: 'failed', ...refusal, first: false };
    }
    const outcome = await scanRepository({
      ...options,
      git: this.#git,
      store: this.#store,
      now: this.#now,
    });
    const failed = outcome.status === 'failed' ? outcome : undefined;
    breaker.record(listing.url, failed?.code);
    if (failed?.first) {
      this.#logger.warn('Git repository cannot be read', {
        provider: provider.id,
        repository: listing.name,
        code: failed.code,
        reason: failed.reason,
      });
    } else if (!failed && known?.failures) {
      this.#logger.info('Git repository can be read again', {
        provider: provider.id,
        repository: listing.name,
      });
    }
    return outcome;
  }
}
