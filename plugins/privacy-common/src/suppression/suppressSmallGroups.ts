/** Nothing about fewer people is shown. */
export const MIN_GROUP_SIZE = 5;

/** Why a group is not shown: it is too small, or another could be computed from it. */
export type SuppressedGroup = 'too-small' | 'complementary';

/**
 * Which of several groups that add up to a known total must not be shown.
 *
 * A group of 1..k-1 people is hidden. If all hidden ones together are fewer
 * than k people, whoever knows the total computes them by subtraction; then the
 * smallest groups that are still shown are hidden too, until there are k
 * (complementary suppression; the remainder rule of statistical offices). A
 * group of nobody is shown: it says nothing about anybody.
 *
 * @param options.sizes - people of each group
 * @returns why, for each hidden group; the others may be shown
 */
export function suppressSmallGroups<K>(options: {
  sizes: ReadonlyMap<K, number>;
  k?: number;
}): Map<K, SuppressedGroup> {
  const { sizes, k = MIN_GROUP_SIZE } = options;
  const people = [...sizes].filter(([, size]) => size > 0);
  const hidden = new Map<K, SuppressedGroup>();
  let hiddenPeople = 0;
  for (const [group, size] of people) {
    if (size < k) {
      hidden.set(group, 'too-small');
      hiddenPeople += size;
    }
  }
  const shown = people
    .filter(([group]) => !hidden.has(group))
    .sort(([, a], [, b]) => a - b);
  // One hidden group is its own remainder, however many others there are.
  for (const [group, size] of shown) {
    if (hidden.size === 0 || (hiddenPeople >= k && hidden.size > 1)) {
      break;
    }
    hidden.set(group, 'complementary');
    hiddenPeople += size;
  }
  return hidden;
}
