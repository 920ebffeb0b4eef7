import type { Observation } from '@waymark/plugin-dora-node';
import { earliest, firstLine, isBotBranch } from '../shared/changes';
import { read, said } from '../shared/read';
import {
  issueCommentSchema,
  pullRequestSchema,
  pushSchema,
  reviewCommentSchema,
  reviewSchema,
  type PullRequest,
  type Repository,
} from './schema';

const MERGE_MESSAGE = /^Merge pull request #(\d+) /;
const SQUASH_MESSAGE = /\(#(\d+)\)$/;
const REVERTS = /\breverts (?:([\w.-]+\/[\w.-]+))?#(\d+)/i;

const keyOf = ({ full_name }: Repository, number: number | string) =>
  `${full_name}/pull/${number}`;

/** A change is what reaches the default branch; a merge into another branch is not there yet. */
const isIntoDefault = (pull: PullRequest, { default_branch }: Repository) =>
  !pull.base.ref || !default_branch || pull.base.ref === default_branch;

function observePull(pull: PullRequest, repository: Repository): Observation[] {
  if (!isIntoDefault(pull, repository)) return [];
  const { merged_at, closed_at, updated_at, created_at } = pull;
  const isMerged = merged_at !== undefined;
  const [, elsewhere, reverted] = REVERTS.exec(pull.body ?? '') ?? [];
  const ended = isMerged ? ('merged' as const) : ('abandoned' as const);
  return [
    said({
      kind: 'change' as const,
      key: keyOf(repository, pull.number),
      at: merged_at ?? updated_at ?? closed_at ?? created_at,
      repository: repository.full_name,
      state: isMerged || closed_at ? ended : ('opened' as const),
      title: pull.title,
      openedAt: created_at,
      mergedAt: merged_at,
      mergeCommitSha: isMerged ? pull.merge_commit_sha : undefined,
      additions: pull.additions,
      deletions: pull.deletions,
      isBot: pull.user?.type === 'Bot' || isBotBranch(pull.head.ref),
      labels: pull.labels.map(({ name }) => name),
      branch: pull.head.ref,
      revertOf: reverted
        ? keyOf({ full_name: elsewhere ?? repository.full_name }, reverted)
        : undefined,
      url: pull.html_url,
    }),
  ];
}

export function observePullRequest(payload: unknown): Observation[] {
  const { pull_request, repository } = read(pullRequestSchema, payload);
  return observePull(pull_request, repository);
}

type Person = { login?: string; type?: string } | undefined;

/** A bot's review, or what authors write themselves, is no review. */
const isReviewer = (person: Person, author: Person) =>
  person?.type !== 'Bot' && person?.login !== author?.login;

function reviewed(
  repository: Repository,
  number: number,
  at: Date,
  isApproval = false,
): Observation[] {
  return [
    said({
      kind: 'change' as const,
      key: keyOf(repository, number),
      at,
      repository: repository.full_name,
      state: isApproval ? ('approved' as const) : ('reviewed' as const),
      firstReviewAt: at,
      approvedAt: isApproval ? at : undefined,
    }),
  ];
}

export function observeReview(payload: unknown): Observation[] {
  const { action, review, pull_request, repository } = read(
    reviewSchema,
    payload,
  );
  const { submitted_at, user, state } = review;
  const isUseful =
    action === 'submitted' &&
    submitted_at !== undefined &&
    isReviewer(user, pull_request.user) &&
    isIntoDefault(pull_request, repository);
  if (!isUseful) return [];
  return reviewed(
    repository,
    pull_request.number,
    submitted_at,
    state.toLowerCase() === 'approved',
  );
}

export function observeReviewComment(payload: unknown): Observation[] {
  const { action, comment, pull_request, repository } = read(
    reviewCommentSchema,
    payload,
  );
  const isUseful =
    action === 'created' &&
    isReviewer(comment.user, pull_request.user) &&
    isIntoDefault(pull_request, repository);
  return isUseful
    ? reviewed(repository, pull_request.number, comment.created_at)
    : [];
}

/** Comments on pull requests come as comments on issues. */
export function observeIssueComment(payload: unknown): Observation[] {
  const { action, comment, issue, repository } = read(
    issueCommentSchema,
    payload,
  );
  const isUseful =
    action === 'created' &&
    issue.pull_request !== undefined &&
    isReviewer(comment.user, issue.user);
  return isUseful ? reviewed(repository, issue.number, comment.created_at) : [];
}

/**
 * A push to the default branch is a change: that of the pull request which its
 * message names, so that its commits are known; else one of its own.
 */
export function observePush(payload: unknown): Observation[] {
  const { ref, after, deleted, commits, head_commit, repository } = read(
    pushSchema,
    payload,
  );
  const isDefault = ref === `refs/heads/${repository.default_branch}`;
  if (!isDefault || deleted || !head_commit || commits.length === 0) return [];
  const title = firstLine(head_commit.message);
  const merged = MERGE_MESSAGE.exec(title)?.[1];
  const squashed = SQUASH_MESSAGE.exec(title)?.[1];
  const number = merged ?? squashed;
  const at = head_commit.timestamp;
  const paths = commits.flatMap(commit => [
    ...commit.added,
    ...commit.modified,
    ...commit.removed,
  ]);
  const common = {
    kind: 'change' as const,
    at,
    repository: repository.full_name,
    mergeCommitSha: after,
    commitShas: commits.map(({ id }) => id),
    paths: [...new Set(paths)],
  };
  // A squashed commit is as young as the merge, so it says nothing about the first one.
  const firstCommitAt = squashed
    ? undefined
    : earliest(commits.map(({ timestamp }) => timestamp));
  if (number) {
    return [said({ ...common, key: keyOf(repository, number), firstCommitAt })];
  }
  return [
    said({
      ...common,
      key: `${repository.full_name}@${after}`,
      state: 'merged' as const,
      title,
      firstCommitAt,
      mergedAt: at,
      url: head_commit.url,
    }),
  ];
}
