import type { ChangeObservation } from '../observations';
import { inOrder } from './inOrder';
import { allSaid, earliestSaid, lastSaid } from './said';

/** What all events about one change say together, in the words of its source. */
export interface FoldedChange {
  key: string;
  repository: string;
  service: string | null;
  title: string | null;
  /** The earliest that was ever said, so that a rebase does not make a change younger. */
  firstCommitAt: Date | null;
  openedAt: Date | null;
  firstReviewAt: Date | null;
  approvedAt: Date | null;
  /** null: open, or given up. */
  mergedAt: Date | null;
  mergeCommitSha: string | null;
  /** All that it ever had: those from before a squash or rebase, too. */
  commitShas: string[];
  additions: number | null;
  deletions: number | null;
  isBot: boolean;
  labels: string[];
  branch: string | null;
  revertOf: string | null;
  paths: string[];
  url: string | null;
}

/** @param observations - of one key, in any order, any of them repeated */
export function foldChange(
  observations: readonly [ChangeObservation, ...ChangeObservation[]],
): FoldedChange;
export function foldChange(
  observations: readonly ChangeObservation[],
): FoldedChange | null;
export function foldChange(
  observations: readonly ChangeObservation[],
): FoldedChange | null {
  const ordered = inOrder(observations);
  const last = ordered.at(-1);
  if (!last) return null;
  return {
    key: last.key,
    repository: last.repository,
    service: lastSaid(ordered, 'service'),
    title: lastSaid(ordered, 'title'),
    firstCommitAt: earliestSaid(ordered, 'firstCommitAt'),
    openedAt: when(ordered, 'openedAt', 'opened'),
    firstReviewAt: when(ordered, 'firstReviewAt', 'reviewed'),
    approvedAt: when(ordered, 'approvedAt', 'approved'),
    mergedAt: when(ordered, 'mergedAt', 'merged'),
    mergeCommitSha: lastSaid(ordered, 'mergeCommitSha'),
    commitShas: allSaid(ordered, 'commitShas'),
    additions: lastSaid(ordered, 'additions'),
    deletions: lastSaid(ordered, 'deletions'),
    isBot: lastSaid(ordered, 'isBot') ?? false,
    labels: lastSaid(ordered, 'labels') ?? [],
    branch: lastSaid(ordered, 'branch'),
    revertOf: lastSaid(ordered, 'revertOf'),
    paths: allSaid(ordered, 'paths'),
    url: lastSaid(ordered, 'url'),
  };
}

/** The earliest time that was stated; else the earliest event of that state. */
function when(
  ordered: readonly ChangeObservation[],
  field: 'openedAt' | 'firstReviewAt' | 'approvedAt' | 'mergedAt',
  state: NonNullable<ChangeObservation['state']>,
): Date | null {
  return (
    earliestSaid(ordered, field) ??
    ordered.find(observation => observation.state === state)?.at ??
    null
  );
}
