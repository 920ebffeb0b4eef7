import type { DerivedChange, ServiceRules } from '../derived';
import type { ChangeFact } from '../facts';

export type Stages = Pick<
  DerivedChange,
  | 'leadSeconds'
  | 'codingSeconds'
  | 'pickupSeconds'
  | 'reviewSeconds'
  | 'deploySeconds'
>;

export const NO_STAGES: Stages = {
  leadSeconds: null,
  codingSeconds: null,
  pickupSeconds: null,
  reviewSeconds: null,
  deploySeconds: null,
};

/**
 * How long a change took, in seconds: coding (first commit to opened), pickup
 * (to first review), review (to merge), deploy (to the end of the deployment),
 * and the lead time from the earliest known of first commit and opening.
 *
 * A stage whose ends are not both known, or that would run backwards, is null:
 * a review after the merge is no review time. Where all four are known and
 * lead time starts at the first commit, they add up to it.
 */
export function stagesOf(
  change: ChangeFact,
  deployedAt: Date,
  from: ServiceRules['leadTimeFrom'],
): Stages {
  const { firstCommitAt, openedAt, firstReviewAt, mergedAt } = change;
  return {
    leadSeconds: between(startOf(change, from), deployedAt),
    codingSeconds: between(firstCommitAt, openedAt),
    pickupSeconds: between(openedAt, firstReviewAt),
    reviewSeconds: between(firstReviewAt, mergedAt),
    deploySeconds: between(mergedAt, deployedAt),
  };
}

function startOf(
  { firstCommitAt, openedAt }: ChangeFact,
  from: ServiceRules['leadTimeFrom'],
): Date | null {
  if (firstCommitAt === null || openedAt === null) {
    return firstCommitAt ?? openedAt;
  }
  if (from === 'opened') return openedAt;
  return firstCommitAt < openedAt ? firstCommitAt : openedAt;
}

function between(start: Date | null, end: Date | null): number | null {
  if (start === null || end === null) return null;
  const milliseconds = end.getTime() - start.getTime();
  return milliseconds < 0 ? null : milliseconds / 1000;
}
