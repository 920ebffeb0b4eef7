import {
  medianInterval,
  type ConfidenceInterval,
} from '@waymark/metrics-common';
import { interpolate } from './percentile';

/** Each bucket reaches from `GROWTH ** i` to `GROWTH ** (i + 1)` seconds. */
const GROWTH = 1.01;
const LOG_GROWTH = Math.log(GROWTH);
/** Holds what is shorter than a second, as 0. */
const BELOW_A_SECOND = -1;

/** What is stored: only buckets that hold something, lower first. */
export interface SparseHistogram {
  /** Indexes of buckets; -1 holds what is shorter than a second. */
  buckets: number[];
  /** How many durations each of `buckets` holds. */
  counts: number[];
  /** Exact sum in whole milliseconds, so that merging in any order gives the same. */
  sumMs: number;
}

/**
 * Durations in buckets one per cent wide, which can be merged.
 *
 * A percentile is off by at most 0.5 % (durations below a second: by less than
 * a second); n and mean are exact to the millisecond.
 */
export class LogHistogram {
  readonly #counts = new Map<number, number>();
  #sumMs = 0;
  #n = 0;

  static of(durations: Iterable<number>): LogHistogram {
    const histogram = new LogHistogram();
    for (const seconds of durations) histogram.add(seconds);
    return histogram;
  }

  static fromSparse({ buckets, counts, sumMs }: SparseHistogram): LogHistogram {
    const histogram = new LogHistogram();
    buckets.forEach((bucket, i) => histogram.#put(bucket, counts[i]));
    histogram.#sumMs = sumMs;
    return histogram;
  }

  get n(): number {
    return this.#n;
  }

  /** Seconds; null without a duration. */
  get mean(): number | null {
    return this.#n === 0 ? null : this.#sumMs / 1000 / this.#n;
  }

  /** @param seconds - a duration, never negative */
  add(seconds: number): void {
    if (!Number.isFinite(seconds) || seconds < 0) {
      throw new RangeError(`a duration is 0 or more seconds, not ${seconds}`);
    }
    this.#put(bucketOf(seconds), 1);
    this.#sumMs += Math.round(seconds * 1000);
  }

  /** Takes in all that another one holds. */
  merge(other: LogHistogram): this {
    for (const [bucket, count] of [...other.#counts]) this.#put(bucket, count);
    this.#sumMs += other.#sumMs;
    return this;
  }

  /** Seconds, interpolated like `percentile_cont`; null without a duration. */
  percentile(share: number): number | null {
    return interpolate(this.#n, share, this.#valueAt());
  }

  /** 95 % interval of the median in seconds, with bounds as near as a percentile. */
  medianInterval(): ConfidenceInterval | null {
    return medianInterval(this.#n, this.#valueAt());
  }

  toSparse(): SparseHistogram {
    const sorted = this.#sorted();
    return {
      buckets: sorted.map(([bucket]) => bucket),
      counts: sorted.map(([, count]) => count),
      sumMs: this.#sumMs,
    };
  }

  #put(bucket: number, count: number): void {
    this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + count);
    this.#n += count;
  }

  /** The duration at a rank, 0 for the shortest: the middle of the bucket that holds it. */
  #valueAt(): (rank: number) => number {
    const sorted = this.#sorted();
    return rank => {
      let seen = 0;
      const found = sorted.find(([, count]) => {
        seen += count;
        return seen > rank;
      });
      return found ? middleOf(found[0]) : 0;
    };
  }

  #sorted(): [number, number][] {
    return [...this.#counts].sort(([a], [b]) => a - b);
  }
}

/** The bucket of a duration in seconds. */
export function bucketOf(seconds: number): number {
  return seconds < 1
    ? BELOW_A_SECOND
    : Math.floor(Math.log(seconds) / LOG_GROWTH);
}

/** Where a bucket begins, in seconds; it ends where the next begins. */
export function startOfBucket(bucket: number): number {
  return bucket === BELOW_A_SECOND ? 0 : GROWTH ** bucket;
}

function middleOf(bucket: number): number {
  return bucket === BELOW_A_SECOND ? 0 : GROWTH ** (bucket + 0.5);
}
