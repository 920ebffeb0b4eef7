/** Index of the position nearest to `target`; null where there is none. */
export function nearest(
  positions: readonly number[],
  target: number,
): number | null {
  let best: number | null = null;
  positions.forEach((position, index) => {
    const isCloser =
      best === null ||
      Math.abs(position - target) < Math.abs(positions[best] - target);
    if (isCloser) best = index;
  });
  return best;
}
