import { compareText } from '../fold/inOrder';

/** Each id once, so that a fact given twice is the same as given once. */
export function unique<T extends { id: string }>(items: readonly T[]): T[] {
  return [...new Map(items.map(item => [item.id, item])).values()];
}

export function groupBy<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Orders by an instant, and by id where that is the same. */
export const byTime =
  <T extends { id: string }>(timeOf: (item: T) => Date) =>
  (a: T, b: T): number =>
    timeOf(a).getTime() - timeOf(b).getTime() || compareText(a.id, b.id);
