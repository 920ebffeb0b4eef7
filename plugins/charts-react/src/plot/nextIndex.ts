/** Where a key leads; null leaves the points, undefined is a key that is none of ours. */
export function nextIndex(
  key: string,
  current: number | null,
  count: number,
): number | null | undefined {
  if (key === 'Escape') return current === null ? undefined : null;
  if (count === 0) return undefined;
  const last = count - 1;
  // There may be fewer points than there were when the current one was reached.
  const at = current === null ? null : Math.min(current, count);
  const after = at === null ? 0 : Math.min(at + 1, last);
  const before = at === null ? last : Math.max(at - 1, 0);
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: after,
    ArrowDown: after,
    ArrowLeft: before,
    ArrowUp: before,
    Home: 0,
    End: last,
  };
  return steps[key];
}
