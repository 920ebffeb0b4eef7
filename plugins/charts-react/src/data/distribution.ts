/** How many values lie from `from` up to, but without, `to`, in the unit of the chart. */
export interface DistributionBin {
  from: number;
  to: number;
  count: number;
}

/** A value that is marked in a distribution: a percentile, a mean. */
export interface DistributionMark {
  id: string;
  label: string;
  value: number;
}

/**
 * Where a value lies on an axis on which every bin is one wide, however wide its range is; null
 * outside all bins.
 */
export function positionOf(
  bins: readonly DistributionBin[],
  value: number,
): number | null {
  const index = bins.findIndex(({ from, to }) => value >= from && value < to);
  if (index >= 0) {
    const { from, to } = bins[index];
    return index + (value - from) / (to - from);
  }
  return value === bins.at(-1)?.to ? bins.length : null;
}
