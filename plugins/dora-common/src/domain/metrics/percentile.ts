/** Lower first; a typed array sorts numbers without asking how. */
export const ascending = (values: readonly number[]): number[] =>
  Array.from(Float64Array.from(values).sort());

/**
 * Linear interpolation between the two nearest ranks, as `percentile_cont` of
 * SQL does it; null without a value.
 *
 * @param sorted - lower first
 * @param share - 0..1
 */
export function percentile(
  sorted: readonly number[],
  share: number,
): number | null {
  return interpolate(sorted.length, share, rank => sorted[rank]);
}

export function interpolate(
  n: number,
  share: number,
  valueAt: (rank: number) => number,
): number | null {
  if (n === 0) return null;
  const rank = share * (n - 1);
  const low = valueAt(Math.floor(rank));
  const high = valueAt(Math.ceil(rank));
  return low + (high - low) * (rank - Math.floor(rank));
}

export function mean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
