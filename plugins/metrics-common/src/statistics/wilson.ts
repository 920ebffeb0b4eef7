import type { ConfidenceInterval } from '../schemas/series';

/** Two-sided 95 % quantile of the normal distribution. */
const Z = 1.959963984540054;

/**
 * Wilson's 95 % score interval of a share `k` of `n`; null without a sample. Stays within 0..1 and
 * keeps its width for shares near the ends, where the textbook interval collapses.
 *
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
 */
export function wilsonInterval(
  k: number,
  n: number,
): ConfidenceInterval | null {
  if (!Number.isInteger(k) || !Number.isInteger(n) || k < 0 || k > n) {
    throw new RangeError(
      `k must be a whole number from 0 to n; got k = ${k}, n = ${n}`,
    );
  }
  if (n === 0) return null;
  const share = k / n;
  const shrink = 1 + Z ** 2 / n;
  const centre = (share + Z ** 2 / (2 * n)) / shrink;
  const half =
    (Z / shrink) * Math.sqrt((share * (1 - share)) / n + Z ** 2 / (4 * n ** 2));
  return {
    // Exact at the ends, where rounding would leave a trace of the other side.
    low: k === 0 ? 0 : Math.max(0, centre - half),
    high: k === n ? 1 : Math.min(1, centre + half),
  };
}
