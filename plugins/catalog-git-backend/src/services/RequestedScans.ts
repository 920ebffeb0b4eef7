import { GitProviderConfig, GitRepositoryListing } from '@waymark/git-node';
import pLimit from 'p-limit';

type Scan = () => Promise<void>;

/**
 * Runs the scans that pushes and people ask for, a few at a time. Whoever asks
 * for a repository that already waits shares that scan; one that runs is
 * followed by exactly one more, since it may have looked before the push.
 */
export class RequestedScans {
  readonly #waiting = new Map<string, Promise<void>>();
  readonly #running = new Map<string, Promise<void>>();
  readonly #limits = new Map<string, ReturnType<typeof pLimit>>();

  run(
    provider: GitProviderConfig,
    listing: GitRepositoryListing,
    scan: Scan,
  ): Promise<void> {
    const key = `${provider.id} ${listing.name}`;
    const waiting = this.#waiting.get(key);
    if (waiting) {
      return waiting;
    }
    const before = this.#running.get(key) ?? Promise.resolve();
    const own = before
      .catch(() => {})
      .then(() =>
        this.#limitOf(provider)(async () => {
          this.#waiting.delete(key);
          const running = scan();
          this.#running.set(key, running);
          try {
            await running;
          } finally {
            if (this.#running.get(key) === running) {
              this.#running.delete(key);
            }
          }
        }),
      );
    this.#waiting.set(key, own);
    return own;
  }

  #limitOf(provider: GitProviderConfig) {
    const limit = this.#limits.get(provider.id) ?? pLimit(provider.concurrency);
    this.#limits.set(provider.id, limit);
    return limit;
  }
}
