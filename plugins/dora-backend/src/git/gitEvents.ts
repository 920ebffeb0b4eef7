import type { JsonValue } from '@backstage/types';
import type { GitCommit } from '@waymark/git-node';
import {
  COMMIT,
  RELEASE,
  type GitCommitEvent,
  type GitReleaseEvent,
} from './gitSource';
import type { MainlineCommit } from './mainline';

const MAX_SHAS = 500;
const MAX_PATHS = 500;
const MAX_SUBJECT = 300;
const BOT = /\[bot\]|^(?:renovate|dependabot|github-actions|gitlab-bot)\b/i;

/** An event of the collector, as it goes through the same door as all others. */
export interface GitEvent {
  deliveryId: string;
  type: string;
  occurredAt: string;
  payload: JsonValue;
}

/** The author of what was changed counts; who merged it may be a machine. */
function isBot(commits: readonly GitCommit[]): boolean {
  return (
    commits.length > 0 &&
    commits.every(
      ({ authorName, authorEmail }) =>
        BOT.test(authorName) || BOT.test(authorEmail),
    )
  );
}

export function commitEvent(
  { commit, brought }: MainlineCommit,
  place: {
    repository: string;
    paths: readonly string[];
    url: string | null;
  },
): GitEvent {
  const own = brought.length > 0 ? brought : [commit];
  const times = own.flatMap(({ authoredAt, committedAt }) => [
    authoredAt.getTime(),
    committedAt.getTime(),
  ]);
  const payload: GitCommitEvent = {
    repository: place.repository,
    sha: commit.id,
    subject: commit.subject.slice(0, MAX_SUBJECT),
    committedAt: commit.committedAt.toISOString(),
    firstCommitAt: new Date(
      Math.min(...times, commit.committedAt.getTime()),
    ).toISOString(),
    commitShas: own.slice(0, MAX_SHAS).map(({ id }) => id),
    paths: place.paths.slice(0, MAX_PATHS),
    isBot: isBot(own),
    url: place.url,
  };
  return {
    deliveryId: `${place.repository}@${commit.id}`,
    type: COMMIT,
    occurredAt: payload.committedAt,
    payload,
  };
}

export function releaseEvent(release: {
  repository: string;
  service: string;
  ref: string;
  sha: string;
  version: string | null;
  at: Date;
  url: string | null;
}): GitEvent {
  const payload: GitReleaseEvent = {
    ...release,
    at: release.at.toISOString(),
  };
  return {
    deliveryId: `${release.service}@${release.ref}@${release.sha}`,
    type: RELEASE,
    occurredAt: payload.at,
    payload,
  };
}
