import type { ConfidenceInterval } from '../schemas/series';

/** Two-sided 95 %. */
const Z = 1.959963984540054;
const TAIL = 0.025;

/** Up to here 0.5 ** n is a number that a double can hold, so ranks are counted exactly. */
const EXACT_UP_TO = 1000;

const approximateRank = (n: number): number =>
  Math.floor((n - Z * Math.sqrt(n)) / 2);

/**
 * A 95 % interval of the median of a sample, whatever the distribution it was drawn from: the
 * values at two ranks r and n + 1 - r of the sorted sample. The median of the population lies
 * below the r-th value only if fewer than r of n draws fell below the median, each with a chance
 * of one half; r is the largest rank for which that, on both sides together, happens in at most
 * 5 % of samples. Hence at least 95 %, and null below six values, for which no rank is enough.
 *
 * W. R. Thompson, "On confidence ranges for the median and other expectation distributions for
 * populations of unknown distribution form", 1936; H. A. David and H. N. Nagaraja, "Order
 * Statistics", 3rd edition, section 7.1. Above a thousand values r comes from the normal
 * approximation of the binomial distribution, rounded outwards.
 *
 * @param n - size of the sample
 * @param valueAt - the value at a rank of the sorted sample, 0 for the lowest
 */
export function medianInterval(
  n: number,
  valueAt: (rank: number) => number,
): ConfidenceInterval | null {
  if (!Number.isInteger(n) || n < 0) {
    throw new RangeError(`n must be a whole number from 0 on; got ${n}`);
  }
  const rank = n <= EXACT_UP_TO ? exactRank(n) : approximateRank(n);
  if (rank === 0) return null;
  return { low: valueAt(rank - 1), high: valueAt(n - rank) };
}

/** The largest r with P(X <= r - 1) <= 2.5 % for X of n tosses of a coin; 0: there is none. */
function exactRank(n: number): number {
  let chance = 0.5 ** n;
  let below = chance;
  let rank = 0;
  while (below <= TAIL) {
    rank += 1;
    chance *= (n - rank + 1) / rank;
    below += chance;
  }
  return rank;
}
