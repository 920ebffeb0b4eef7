import type { Random } from '../../domain/random';
import type { Service } from '../../domain/types';
import { sizeOf } from './authors';
import type { Change, Intent } from './facts';
import { titleOf } from './titles';

const LABELS: Record<Intent, string[]> = {
  work: [],
  hotfix: ['hotfix'],
  dependency: ['dependencies'],
  release: [],
};

/** A change of which only the first commit exists. */
export function draft(
  random: Random,
  service: Service,
  given: Pick<Change, 'intent' | 'author' | 'firstCommitAt'> & {
    /** 1 is an ordinary one. */
    effort: number;
  },
): Change {
  const { effort, ...rest } = given;
  return {
    service: service.name,
    repository: service.repository,
    title: titleOf(random, service, given.intent),
    labels: LABELS[given.intent],
    commits: Math.max(1, Math.min(20, Math.round(effort))),
    ...sizeOf(random, effort),
    ...rest,
    index: -1,
  };
}
