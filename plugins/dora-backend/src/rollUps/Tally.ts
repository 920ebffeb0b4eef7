/** Durations whose distribution is kept. */
export const DURATIONS = [
  'lead',
  'coding',
  'pickup',
  'review',
  'deploy',
  'recovery',
] as const;
export type Duration = (typeof DURATIONS)[number];

/** What is counted; each adds up over days, services and groups. */
export type Counter =
  | 'deployments'
  | 'failed'
  | 'unplanned'
  | 'open'
  | 'jobs'
  | 'jobsSucceeded'
  | 'incidents'
  | 'unlinkedIncidents'
  /** Deployments of each day of a week, Monday first: `day1` to `day7`. */
  | `day${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  /** Milliseconds of all samples, for means. */
  | `${Duration}Ms`
  /** Samples. */
  | `${Duration}N`
  | `change:${string}`
  | `incident:${string}`;

export type Counters = Partial<Record<Counter, number>>;

/**
 * As stored: for each duration a bucket and its count, the next bucket and its
 * count, ...; lower buckets first.
 */
export type Histograms = Partial<Record<Duration, number[]>>;

/** A tally as it is stored. */
export interface StoredTally {
  counters: Counters;
  histograms: Histograms;
}

/**
 * Counters and histograms that can be added to and taken from: what follows from
 * one row is exactly what has to be added when it comes and taken when it goes.
 * Only whole numbers, so that nothing drifts.
 */
export class Tally {
  readonly counters: Counters = {};
  // Not objects: with numbers for keys, each would be a list as long as its largest bucket.
  readonly #samples = new Map<Duration, Map<number, number>>();

  static of(stored: StoredTally): Tally {
    return new Tally().add(stored);
  }

  count(counter: Counter, times = 1): void {
    const sum = (this.counters[counter] ?? 0) + times;
    if (sum === 0) {
      delete this.counters[counter];
    } else {
      this.counters[counter] = sum;
    }
  }

  sample(duration: Duration, bucket: number, times = 1): void {
    let buckets = this.#samples.get(duration);
    if (!buckets) {
      buckets = new Map();
      this.#samples.set(duration, buckets);
    }
    const sum = (buckets.get(bucket) ?? 0) + times;
    if (sum !== 0) {
      buckets.set(bucket, sum);
    } else if (buckets.delete(bucket) && buckets.size === 0) {
      this.#samples.delete(duration);
    }
  }

  /** Adds another. */
  add(stored: StoredTally): this {
    this.#addCounters(stored.counters, 1);
    for (const duration of DURATIONS) {
      const pairs = stored.histograms[duration] ?? [];
      for (let at = 0; at < pairs.length; at += 2) {
        this.sample(duration, pairs[at], pairs[at + 1]);
      }
    }
    return this;
  }

  /** Adds another so many times; with -1, takes it away. */
  merge(other: Tally, times: 1 | -1): void {
    this.#addCounters(other.counters, times);
    for (const [duration, buckets] of other.#samples) {
      for (const [bucket, count] of buckets) {
        this.sample(duration, bucket, count * times);
      }
    }
  }

  /** Buckets that hold samples of a duration, lower first. */
  bucketsOf(duration: Duration): [bucket: number, count: number][] {
    return [...(this.#samples.get(duration) ?? [])].sort(([a], [b]) => a - b);
  }

  get histograms(): Histograms {
    return Object.fromEntries(
      DURATIONS.filter(duration => this.#samples.has(duration)).map(
        duration => [duration, this.bucketsOf(duration).flat()],
      ),
    );
  }

  get isEmpty(): boolean {
    return Object.keys(this.counters).length === 0 && this.#samples.size === 0;
  }

  #addCounters(counters: Counters, times: 1 | -1) {
    for (const [counter, count] of Object.entries(counters)) {
      this.count(counter as Counter, (count ?? 0) * times);
    }
  }
}
