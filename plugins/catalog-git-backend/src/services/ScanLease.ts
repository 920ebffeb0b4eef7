import { randomUUID } from 'node:crypto';
import { IngestionStore, ScanProgress } from '../database/IngestionStore';

const LEASE_MS = 30_000;

/**
 * The right to scan a provider, which one process has at a time. It is renewed
 * while the scan runs; when its holder dies it lapses, and another process
 * takes the scan over.
 */
export class ScanLease {
  readonly progress: ScanProgress = {
    total: null,
    changed: 0,
    unchanged: 0,
    failed: 0,
  };
  /** Aborted when another process took the scan over, or the caller gives up. */
  readonly signal: AbortSignal;
  readonly #store: IngestionStore;
  readonly #provider: string;
  readonly #holder = randomUUID();
  readonly #leaseMs: number;
  readonly #lost = new AbortController();
  #timer?: NodeJS.Timeout;

  private constructor(options: {
    store: IngestionStore;
    provider: string;
    leaseMs?: number;
    signal?: AbortSignal;
  }) {
    this.#store = options.store;
    this.#provider = options.provider;
    this.#leaseMs = options.leaseMs ?? LEASE_MS;
    this.signal = options.signal
      ? AbortSignal.any([options.signal, this.#lost.signal])
      : this.#lost.signal;
  }

  /** Undefined while another process scans the provider. */
  static async take(options: {
    store: IngestionStore;
    provider: string;
    startedAt: Date;
    leaseMs?: number;
    signal?: AbortSignal;
  }): Promise<ScanLease | undefined> {
    const lease = new ScanLease(options);
    const taken = await options.store.startScan({
      ...lease.#key,
      now: options.startedAt,
    });
    if (!taken) {
      return undefined;
    }
    // Several times in a lease, and often enough to watch.
    const everyMs = Math.min(lease.#leaseMs / 6, 1_000);
    lease.#timer = setInterval(() => lease.#renew(), everyMs);
    return lease;
  }

  async finish(options: {
    finishedAt: Date;
    durationMs: number;
    error: string | null;
  }): Promise<void> {
    clearInterval(this.#timer);
    await this.#store.finishScan({
      ...this.#key,
      ...this.progress,
      ...options,
    });
  }

  get #key() {
    return {
      provider: this.#provider,
      holder: this.#holder,
      leaseMs: this.#leaseMs,
    };
  }

  async #renew() {
    try {
      const ours = await this.#store.progressScan({
        ...this.#key,
        ...this.progress,
      });
      if (!ours) {
        this.#lost.abort(new Error('Another replica has taken the scan over'));
      }
    } catch {
      // The database is away for a moment: the lease lives longer than that.
    }
  }
}
