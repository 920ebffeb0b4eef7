/**
 * Items in packs that weigh at most `max` together; one that weighs more is a
 * pack by itself. Keeps the order.
 */
export function packs<T>(
  items: readonly T[],
  weightOf: (item: T) => number,
  max: number,
): T[][] {
  const all: T[][] = [];
  let weight = 0;
  for (const item of items) {
    const own = weightOf(item);
    const last = all.at(-1);
    if (last && weight + own <= max) {
      last.push(item);
      weight += own;
    } else {
      all.push([item]);
      weight = own;
    }
  }
  return all;
}
