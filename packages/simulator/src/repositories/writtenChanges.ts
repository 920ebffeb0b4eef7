import type { Change } from '../deliveries/model/facts';
import { SHALLOW_COMMITS } from '../data/profiles';
import type { Service } from '../domain/types';

/**
 * The changes of a service that become commits: all of them, or, where the
 * history is short, the first and the last of the past. Whatever comes after
 * `until` (seconds) is always among them.
 */
export function writtenChanges(
  { deep }: Service,
  merged: readonly Change[],
  until: number,
): readonly Change[] {
  if (deep) return merged;
  const past = merged.filter(({ mergedAt = 0 }) => mergedAt < until).length;
  const from = Math.max(1, past - SHALLOW_COMMITS + 1);
  return [...merged.slice(0, 1), ...merged.slice(from)];
}
