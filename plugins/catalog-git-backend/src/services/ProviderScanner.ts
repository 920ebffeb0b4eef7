import { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import {
  GitProviderConfig,
  GitRepositoryListing,
  GitService,
  listRepositories,
  redact,
} from '@waymark/git-node';
import pLimit from 'p-limit';
import { IngestionStore, KnownRepository } from '../database/IngestionStore';
import { IngestionMetrics } from '../metrics';
import { ChangeNotifier } from './ChangeNotifier';
import { ScanOutcome, scanRepository } from './scanRepository';
import { ScanSummary } from './ScanSummary';
import { suspiciousLoss } from './suspiciousLoss';

/** Scans all repositories of a provider, or some of them at once. */
export class ProviderScanner {
  readonly #git: GitService;
  readonly #store: IngestionStore;
  readonly #notifier: ChangeNotifier;
  readonly #metrics: IngestionMetrics;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    git: GitService;
    store: IngestionStore;
    notifier: ChangeNotifier;
    metrics: IngestionMetrics;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#git = options.git;
    this.#store = options.store;
    this.#notifier = options.notifier;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** One complete run: list, scan everything, forget what is gone. */
  async scanAll(
    provider: GitProviderConfig,
    signal?: AbortSignal,
  ): Promise<ScanSummary> {
    const startedAt = this.#now();
    await this.#store.startScan({ provider: provider.id, now: startedAt });
    const summary = await this.#run(provider, signal);
    const finishedAt = this.#now();
    const durationMs = finishedAt.getTime() - startedAt.getTime();
    const { changes, ...counts } = summary;
    await this.#store.finishScan({
      provider: provider.id,
      startedAt,
      finishedAt,
      durationMs,
      ...counts,
    });
    this.#logger.info('Git scan finished', {
      provider: provider.id,
      durationMs,
      changes,
      ...counts,
    });
    this.#metrics.scanFinished(provider.id, durationMs / 1_000, summary);
    return summary;
  }

  /** Scans given repositories now, outside the schedule. */
  async scanSome(
    provider: GitProviderConfig,
    listings: GitRepositoryListing[],
    signal?: AbortSignal,
  ): Promise<ScanSummary> {
    const known = await Promise.all(
      listings.map(({ name }) =>
        this.#store.getKnown({ provider: provider.id, name }),
      ),
    );
    const summary = await this.#scanListings(
      provider,
      listings,
      known.filter(k => k !== undefined),
      signal,
    );
    this.#metrics.changed(provider.id, summary.changes);
    return summary;
  }

  async #run(
    provider: GitProviderConfig,
    signal?: AbortSignal,
  ): Promise<ScanSummary> {
    let listings: GitRepositoryListing[];
    try {
      listings = await listRepositories(provider, { signal });
    } catch (error) {
      // What cannot be listed is not gone: nothing is forgotten.
      const reason = stringifyError(error);
      return { changed: 0, unchanged: 0, failed: 0, changes: 0, error: reason };
    }
    const names = listings.map(listing => listing.name);
    const before = (await this.#store.listKnown(provider.id)).map(k => k.name);
    const loss = suspiciousLoss(provider, { known: before, listed: names });
    await this.#store.addPending({
      provider: provider.id,
      repositories: listings.map(({ name, url }) => ({
        name,
        url: redact(url),
      })),
    });
    const known = await this.#store.listKnown(provider.id);
    const summary = await this.#scanListings(provider, listings, known, signal);
    signal?.throwIfAborted();
    if (loss) {
      return { ...summary, error: loss };
    }
    const { forgotten, changes } = await this.#store.recordListing({
      provider: provider.id,
      names,
      now: this.#now(),
    });
    if (forgotten.length > 0) {
      this.#logger.info('Forgot Git repositories that are gone', {
        provider: provider.id,
        repositories: forgotten.join(', '),
      });
    }
    await this.#notifier.notify(changes);
    return { ...summary, changes: summary.changes + changes.length };
  }

  async #scanListings(
    provider: GitProviderConfig,
    listings: GitRepositoryListing[],
    known: KnownRepository[],
    signal?: AbortSignal,
  ): Promise<ScanSummary> {
    const byName = new Map(known.map(k => [k.name, k]));
    const limit = pLimit(provider.concurrency);
    const unchanged: string[] = [];
    const summary = { changed: 0, failed: 0, changes: 0 };
    await Promise.all(
      listings.map(listing =>
        limit(async () => {
          signal?.throwIfAborted();
          const outcome = await scanRepository({
            git: this.#git,
            store: this.#store,
            provider,
            listing,
            known: byName.get(listing.name),
            now: this.#now,
            signal,
          });
          await this.#account(provider, listing, outcome, summary, unchanged);
        }),
      ),
    );
    if (unchanged.length > 0) {
      await this.#store.markUnchanged({
        provider: provider.id,
        names: unchanged,
        now: this.#now(),
      });
    }
    return { ...summary, unchanged: unchanged.length, error: null };
  }

  async #account(
    provider: GitProviderConfig,
    listing: GitRepositoryListing,
    outcome: ScanOutcome,
    summary: { changed: number; failed: number; changes: number },
    unchanged: string[],
  ) {
    switch (outcome.status) {
      case 'unchanged':
        unchanged.push(listing.name);
        return;
      case 'changed':
        summary.changed++;
        summary.changes += outcome.changes.length;
        await this.#notifier.notify(outcome.changes);
        return;
      default:
        summary.failed++;
        if (outcome.first) {
          this.#logger.warn('Git repository cannot be read', {
            provider: provider.id,
            repository: listing.name,
            reason: outcome.reason,
          });
        }
    }
  }
}
