import type { CdEvent } from './cdevent';

/** Of a change, Git keeps the commits and the merge; when it was opened and reviewed, nobody wrote down. */
export function asGitTells(event: CdEvent): CdEvent {
  const { openedAt, firstReviewAt, approvedAt, ...kept } =
    event.customData ?? {};
  return { ...event, customData: kept };
}
