/** Where a key leads; null leaves the points, undefined is a key that is none of ours. */
export function nextIndex(
  key: string,
  current: number | null,
  count: number,
): number | null | undefined {
  if (key === 'Escape') return current === null ? undefined : null;
  if (count === 0) return undefined;
  const last = count - 1;
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: current === null ? 0 : Math.min(current + 1, last),
    ArrowDown: current === null ? 0 : Math.min(current + 1, last),
    ArrowLeft: current === null ? last : Math.max(current - 1, 0),
    ArrowUp: current === null ? last : Math.max(current - 1, 0),
    Home: 0,
    End: last,
  };
  return steps[key];
}
