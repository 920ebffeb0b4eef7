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

/** Samples by bucket. */
export type Histograms = Partial<Record<Duration, Record<string, number>>>;

/**
 * Counters and histograms that can be added to and taken from: what follows from
 * one row is exactly what has to be added when it comes and taken when it goes.
 * Only whole numbers, so that nothing drifts.
 */
export class Tally {
  readonly counters: Counters;
  readonly histograms: Histograms;

  constructor(counters: Counters = {}, histograms: Histograms = {}) {
    this.counters = { ...counters };
    this.histograms = {};
    for (const duration of DURATIONS) {
      const buckets = histograms[duration];
      if (buckets) {
        this.histograms[duration] = { ...buckets };
      }
    }
  }

  count(counter: Counter, times = 1): void {
    const sum = (this.counters[counter] ?? 0) + times;
    if (sum === 0) {
      delete this.counters[counter];
    } else {
      this.counters[counter] = sum;
    }
  }

  sample(duration: Duration, bucket: number | string, times = 1): void {
    const buckets = (this.histograms[duration] ??= {});
    const sum = (buckets[bucket] ?? 0) + times;
    if (sum === 0) {
      delete buckets[bucket];
      if (Object.keys(buckets).length === 0) {
        delete this.histograms[duration];
      }
    } else {
      buckets[bucket] = sum;
    }
  }

  /** Adds another; with `times` -1, takes it away. */
  add(other: Pick<Tally, 'counters' | 'histograms'>, times = 1): void {
    for (const [counter, count] of Object.entries(other.counters)) {
      this.count(counter as Counter, (count ?? 0) * times);
    }
    for (const duration of DURATIONS) {
      const buckets = Object.entries(other.histograms[duration] ?? {});
      for (const [bucket, count] of buckets) {
        this.sample(duration, bucket, count * times);
      }
    }
  }

  get isEmpty(): boolean {
    return (
      Object.keys(this.counters).length === 0 &&
      Object.keys(this.histograms).length === 0
    );
  }
}
