import type { Change } from './facts';

/** The `main` branch of one repository: what was merged, in order. */
export interface MainBranch {
  readonly changes: Change[];
  /** Puts a change on top; two never have the same second. Returns when it was merged. */
  merge(change: Change, at: number): number;
  nextNumber(): number;
}

export function createMainBranch(firstNumber: number): MainBranch {
  const changes: Change[] = [];
  let number = firstNumber;
  return {
    changes,
    merge(change, at) {
      const last = changes.at(-1)?.mergedAt ?? 0;
      change.mergedAt = Math.max(at, last + 1);
      change.index = changes.length;
      changes.push(change);
      return change.mergedAt;
    },
    nextNumber() {
      number += 1;
      return number;
    },
  };
}
