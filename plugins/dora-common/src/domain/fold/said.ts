/** The last thing that was said about a field, in the order of `observations`. */
export function lastSaid<T, K extends keyof T>(
  observations: readonly T[],
  field: K,
): Exclude<T[K], undefined> | null {
  for (let i = observations.length - 1; i >= 0; i--) {
    const value = observations[i][field];
    if (value !== undefined) return value as Exclude<T[K], undefined>;
  }
  return null;
}

/** The earliest instant that was said about a field. */
export function earliestSaid<K extends string>(
  observations: readonly { [P in K]?: Date }[],
  field: K,
): Date | null {
  const times = observations.flatMap(said => said[field]?.getTime() ?? []);
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

/** Everything that was ever said about a list, each once, first mention first. */
export function allSaid<K extends string>(
  observations: readonly { [P in K]?: string[] }[],
  field: K,
): string[] {
  return [...new Set(observations.flatMap(said => said[field] ?? []))];
}
