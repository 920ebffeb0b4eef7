/** How long to wait before the next try, in milliseconds, after `attempt` tries that failed. */
export type Backoff = (attempt: number) => number;

/**
 * Doubles the wait with each attempt up to `longestMs`, and takes a random point of
 * the upper half of it: many that failed together do not come back together.
 */
export function exponentialBackoff({
  firstMs,
  longestMs,
  random = Math.random,
}: {
  firstMs: number;
  longestMs: number;
  random?: () => number;
}): Backoff {
  return attempt => {
    const ceiling = Math.min(
      longestMs,
      firstMs * 2 ** Math.max(0, attempt - 1),
    );
    return Math.round(ceiling * (0.5 + random() / 2));
  };
}
