const round = value => Math.round(value * 10) / 10;

/** Nearest-rank percentiles of durations in milliseconds. */
export function distribution(samples) {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = share =>
    round(
      sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)],
    );
  return sorted.length === 0
    ? { n: 0 }
    : {
        n: sorted.length,
        p50: at(0.5),
        p95: at(0.95),
        p99: at(0.99),
        max: at(1),
      };
}

/** Seconds with one decimal. */
export const seconds = milliseconds => round(milliseconds / 1_000);

/** Whether each limited figure keeps its limit: a number it must not exceed, or `{ atLeast }`. */
export function compare(measured, limits) {
  return Object.fromEntries(
    Object.entries(limits).map(([name, limit]) => {
      const value = name
        .split('.')
        .reduce((object, key) => object?.[key], measured);
      const within =
        typeof limit === 'number' ? value <= limit : value >= limit.atLeast;
      return [name, { value, limit, within }];
    }),
  );
}
