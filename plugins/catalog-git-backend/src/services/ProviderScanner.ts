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
import { HostBreaker } from './HostBreaker';
import { RepositoryScans } from './RepositoryScans';
import { RequestedScans } from './RequestedScans';
import { ScanLease } from './ScanLease';
import { ScanSummary } from './ScanSummary';
import { suspiciousLoss } from './suspiciousLoss';

const MOST_SKIPPED_SHOWN = 5;

/** Scans all repositories of a provider, or some of them at once. */
export class ProviderScanner {
  readonly #store: IngestionStore;
  readonly #notifier: ChangeNotifier;
  readonly #metrics: IngestionMetrics;
  readonly #logger: LoggerService;
  readonly #now: () => Date;
  readonly #leaseMs?: number;
  readonly #scans: RepositoryScans;
  readonly #requested = new RequestedScans();
  readonly #onScanned: () => void;

  constructor(options: {
    git: GitService;
    store: IngestionStore;
    notifier: ChangeNotifier;
    metrics: IngestionMetrics;
    logger: LoggerService;
    now: () => Date;
    /** How long a scan stays with a process that gives no sign of life. */
    leaseMs?: number;
    /** Told after repositories were read. */
    onScanned?: () => void;
  }) {
    this.#store = options.store;
    this.#notifier = options.notifier;
    this.#metrics = options.metrics;
    this.#logger = options.logger;
    this.#now = options.now;
    this.#leaseMs = options.leaseMs;
    this.#onScanned = options.onScanned ?? (() => {});
    this.#scans = new RepositoryScans(options);
  }

  /**
   * One complete run: list, scan everything, forget what is gone. One process
   * at a time: elsewhere it is over before it begins.
   */
  async scanAll(
    provider: GitProviderConfig,
    signal?: AbortSignal,
  ): Promise<ScanSummary> {
    const startedAt = this.#now();
    const lease = await ScanLease.take({
      store: this.#store,
      provider: provider.id,
      startedAt,
      leaseMs: this.#leaseMs,
      signal,
    });
    if (!lease) {
      const error = 'Another replica scans this provider at the moment';
      return { changed: 0, unchanged: 0, failed: 0, changes: 0, error };
    }
    let summary: ScanSummary | undefined;
    let failure = 'The scan was stopped before its end';
    try {
      summary = await this.#run(provider, lease);
    } catch (error) {
      failure = `${failure}: ${redact(stringifyError(error))}`;
      throw error;
    } finally {
      const finishedAt = this.#now();
      const durationMs = finishedAt.getTime() - startedAt.getTime();
      const error = summary ? summary.error : failure;
      await lease.finish({ finishedAt, durationMs, error });
      this.#tell(provider, durationMs, { ...lease.progress, error }, summary);
    }
    return summary;
  }

  /** Scans given repositories now, outside the schedule. */
  async scanSome(
    provider: GitProviderConfig,
    listings: GitRepositoryListing[],
    signal?: AbortSignal,
  ): Promise<void> {
    await this.#store.addPending(pending(provider, listings));
    const breaker = new HostBreaker();
    await Promise.all(
      listings.map(listing =>
        this.#requested.run(provider, listing, async () => {
          signal?.throwIfAborted();
          const key = { provider: provider.id, name: listing.name };
          const known = await this.#store.getKnown(key);
          const outcome = await this.#scans.scan({
            provider,
            listing,
            known,
            trigger: 'request',
            breaker,
            signal,
          });
          if (outcome.status === 'unchanged') {
            await this.#markUnchanged(provider, [listing.name]);
          } else if (outcome.status === 'changed') {
            this.#metrics.changed(provider.id, outcome.changes.length);
            await this.#notifier.notify(outcome.changes);
            this.#onScanned();
          }
        }),
      ),
    );
  }

  async #run(
    provider: GitProviderConfig,
    lease: ScanLease,
  ): Promise<ScanSummary> {
    const { signal } = lease;
    const skipped: string[] = [];
    let listings: GitRepositoryListing[];
    try {
      const onSkipped = (reason: string) => skipped.push(reason);
      listings = await listRepositories(provider, { signal, onSkipped });
    } catch (error) {
      // What cannot be listed is not gone: nothing is forgotten.
      signal.throwIfAborted();
      const reason = stringifyError(error);
      return { changed: 0, unchanged: 0, failed: 0, changes: 0, error: reason };
    }
    const names = listings.map(listing => listing.name);
    const before = (await this.#store.listKnown(provider.id)).map(k => k.name);
    const loss = suspiciousLoss(provider, { known: before, listed: names });
    await this.#store.addPending(pending(provider, listings));
    const known = await this.#store.listKnown(provider.id);
    const scanned = await this.#scanListings(provider, listings, known, lease);
    const summary = { ...scanned, error: loss ?? tellSkipped(skipped) };
    signal.throwIfAborted();
    if (loss) {
      return summary;
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
    lease: ScanLease,
  ): Promise<Omit<ScanSummary, 'error'>> {
    const { signal, progress } = lease;
    const byName = new Map(known.map(k => [k.name, k]));
    const failures = (name: string) => byName.get(name)?.failures ?? 0;
    const limit = pLimit(provider.concurrency);
    const breaker = new HostBreaker();
    const unchanged: string[] = [];
    let changes = 0;
    progress.total = listings.length;
    await Promise.all(
      // Those that failed last time come last: they may take their time again.
      [...listings]
        .sort((a, b) => failures(a.name) - failures(b.name))
        .map(listing =>
          limit(async () => {
            signal.throwIfAborted();
            const before = byName.get(listing.name);
            if (this.#scans.isWaiting(before)) {
              progress.failed++;
              return;
            }
            const outcome = await this.#scans.scan({
              provider,
              listing,
              known: before,
              trigger: 'schedule',
              breaker,
              signal,
            });
            progress[outcome.status]++;
            if (outcome.status === 'unchanged') {
              unchanged.push(listing.name);
            } else if (outcome.status === 'changed') {
              changes += outcome.changes.length;
              await this.#notifier.notify(outcome.changes);
              this.#onScanned();
            }
          }),
        ),
    );
    await this.#markUnchanged(provider, unchanged);
    const { changed, failed } = progress;
    return { changed, unchanged: unchanged.length, failed, changes };
  }

  async #markUnchanged(provider: GitProviderConfig, names: string[]) {
    if (names.length > 0) {
      const now = this.#now();
      await this.#store.markUnchanged({ provider: provider.id, names, now });
    }
  }

  #tell(
    provider: GitProviderConfig,
    durationMs: number,
    counts: object,
    summary: ScanSummary | undefined,
  ) {
    this.#logger.info('Git scan finished', {
      provider: provider.id,
      durationMs,
      ...counts,
    });
    if (summary) {
      this.#metrics.scanFinished(provider.id, durationMs / 1_000, summary);
    }
  }
}

function pending(
  provider: GitProviderConfig,
  listings: GitRepositoryListing[],
) {
  return {
    provider: provider.id,
    repositories: listings.map(({ name, url }) => ({ name, url: redact(url) })),
  };
}

function tellSkipped(skipped: string[]): string | null {
  if (skipped.length === 0) {
    return null;
  }
  const shown = skipped.slice(0, MOST_SKIPPED_SHOWN).join('; ');
  const more = skipped.length - MOST_SKIPPED_SHOWN;
  return `Left out: ${shown}${more > 0 ? ` and ${more} more` : ''}`;
}
