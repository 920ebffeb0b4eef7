/** Individual values of one question, without who gave them. */
export interface StripGroup {
  id: string;
  label: string;
  values: readonly number[];
  median: number | null;
  href?: string;
}

/** Equal values of a group, drawn as one stack. */
export interface StripMark {
  /** Index of the group. */
  group: number;
  value: number;
  count: number;
}

/** The distinct values of each group, from low to high. */
export function stripMarks(groups: readonly StripGroup[]): StripMark[] {
  return groups.flatMap(({ values }, group) => {
    const counts = new Map<number, number>();
    for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts]
      .sort(([a], [b]) => a - b)
      .map(([value, count]) => ({ group, value, count }));
  });
}
