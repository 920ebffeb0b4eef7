/** Linear interpolation between the closest ranks, as `percentile_cont` of SQL; null of nothing. */
export function percentile(samples: readonly number[], share: number) {
  if (samples.length === 0) return null;
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = share * (sorted.length - 1);
  const below = Math.floor(rank);
  const above = Math.ceil(rank);
  return sorted[below] + (sorted[above] - sorted[below]) * (rank - below);
}

export const mean = (samples: readonly number[]) =>
  samples.length === 0
    ? null
    : samples.reduce((sum, value) => sum + value, 0) / samples.length;

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959963984540054;

/** Wilson's score interval of `hits` in `total`. */
export function wilson(hits: number, total: number) {
  if (total === 0) return { value: null, low: null, high: null };
  const share = hits / total;
  const z2 = Z * Z;
  const centre = share + z2 / (2 * total);
  const reach =
    Z * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total));
  const scale = 1 + z2 / total;
  return {
    value: share,
    low: hits === 0 ? 0 : (centre - reach) / scale,
    high: hits === total ? 1 : (centre + reach) / scale,
  };
}
