/** How many there are of each value, the most frequent first. */
export interface Count {
  value: string;
  count: number;
}

/** `part` of `whole`; nothing is claimed of nothing. */
export interface Share {
  part: number;
  whole: number;
}

export interface Glance {
  components: number;
  byType: Count[];
  byLifecycle: Count[];
  documented: Share;
  /** Services that provide an API which the catalog describes. */
  withApi: Share;
  /** Components whose owner is a group of the catalog. */
  ownedByTeam: Share;
}

export function byFrequency(counts: readonly Count[]): Count[] {
  return [...counts].sort(
    (a, b) => b.count - a.count || a.value.localeCompare(b.value),
  );
}

/** Counts by owner, of which only some are groups that exist. */
export function countOwned(
  byOwner: readonly Count[],
  groups: ReadonlySet<string>,
): number {
  return byOwner
    .filter(({ value }) => groups.has(value.toLocaleLowerCase('en-US')))
    .reduce((sum, { count }) => sum + count, 0);
}
