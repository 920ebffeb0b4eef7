import type { ClassifiedRelease } from './classify';
import type { Remediation } from './remediations';

export interface Rollbacks {
  /** The rollback that replaced a failed release, by the id of that one. */
  replacedBy: Map<string, ClassifiedRelease>;
  /** Between a rollback and its target, but not the one that failed. */
  superseded: Set<string>;
}

/**
 * Which release each rollback says has failed: the one that it names; else the
 * first counted one after the version that it brought back, because all that
 * came later was built upon it. Where nobody knows what it brought back, the
 * one before it.
 */
export function findRollbacks(
  releases: readonly ClassifiedRelease[],
  remediations: readonly Remediation[],
): Rollbacks {
  const replacedBy = new Map<string, ClassifiedRelease>();
  const superseded = new Set<string>();
  const named = new Map<string, string>();
  for (const { by, failed } of remediations) {
    if (!named.has(by)) named.set(by, failed.id);
  }
  releases.forEach((rollback, position) => {
    if (rollback.kind !== 'rollback' || rollback.isEarlier) return;
    const undone = undoneBy(releases, position);
    const failed = named.get(rollback.id) ?? undone[0]?.id;
    if (failed === undefined) return;
    if (!replacedBy.has(failed)) replacedBy.set(failed, rollback);
    for (const { id } of undone) if (id !== failed) superseded.add(id);
  });
  return { replacedBy, superseded };
}

function undoneBy(
  releases: readonly ClassifiedRelease[],
  position: number,
): readonly ClassifiedRelease[] {
  const { sameAs, previous } = releases[position];
  if (sameAs === null) return previous === null ? [] : [releases[previous]];
  return releases.slice(sameAs + 1, position).filter(({ counted }) => counted);
}
