import type { JsonObject, JsonValue } from '@backstage/types';
import {
  UnusableEventError,
  type DeliverySource,
  type IngestRequest,
  type Observation,
  type ReceivedEvent,
} from '@waymark/plugin-dora-node';
import { causeIn, firstLine } from '../shared/changes';
import { forgetPeople, namesOf } from '../shared/people';
import { receiveOne } from '../shared/receive';
import { hmacSha256, isSignedBy, requireSignature } from '../shared/signatures';
import {
  observeIssueComment,
  observePullRequest,
  observePush,
  observeReview,
  observeReviewComment,
} from './changes';
import { observeDeploymentStatus, observeWorkflowRun } from './deployments';
import { naturalIdOf } from './identity';
import { observeIssue } from './incidents';

const OBSERVERS: Record<string, (payload: unknown) => Observation[]> = {
  deployment_status: observeDeploymentStatus,
  workflow_run: observeWorkflowRun,
  push: observePush,
  pull_request: observePullRequest,
  pull_request_review: observeReview,
  pull_request_review_comment: observeReviewComment,
  issue_comment: observeIssueComment,
  issues: observeIssue,
};

/** The property that only events of a type have, most telling first; for a bus that drops headers. */
const SIGNS: readonly (readonly [property: string, type: string])[] = [
  ['deployment_status', 'deployment_status'],
  ['workflow_run', 'workflow_run'],
  ['review', 'pull_request_review'],
  ['head_commit', 'push'],
];

function typeOf(
  { headers }: IngestRequest,
  body: JsonObject,
): string | undefined {
  const named = headers['x-github-event'];
  if (named) return named;
  const sign = SIGNS.find(([property]) => body[property] !== undefined);
  if (sign) return sign[1];
  const isComment = body.comment !== undefined;
  if (body.pull_request !== undefined) {
    return isComment ? 'pull_request_review_comment' : 'pull_request';
  }
  if (body.issue !== undefined) return isComment ? 'issue_comment' : 'issues';
  return undefined;
}

const isPerson = (object: JsonObject, key: string) =>
  (typeof object.login === 'string' && object.type !== 'Organization') ||
  ['author', 'committer', 'pusher'].includes(key);

/** Of texts only what is asked of them: they name people, too. */
function withoutTexts(value: JsonValue, key = ''): JsonValue {
  if (Array.isArray(value)) return value.map(item => withoutTexts(item, key));
  if (typeof value === 'string') {
    if (key === 'message') return firstLine(value);
    return key === 'body' ? tellingPart(value) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      item === undefined ? item : withoutTexts(item, name),
    ]),
  );
}

function tellingPart(body: string): string {
  const cause = causeIn(body);
  const reverts = /\breverts (?:[\w.-]+\/[\w.-]+)?#\d+/i.exec(body)?.[0];
  return [cause && `Caused by ${cause}`, reverts].filter(Boolean).join('\n');
}

function observe({ type, payload }: ReceivedEvent): Observation[] {
  return Object.hasOwn(OBSERVERS, type) ? OBSERVERS[type](payload) : [];
}

function receive(request: IngestRequest) {
  const { body } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new UnusableEventError('malformed', 'body: must be an object');
  }
  const type = typeOf(request, body);
  if (!type) {
    throw new UnusableEventError(
      'unsupported-type',
      'x-github-event: is missing, and the body does not tell what it is',
    );
  }
  // What is of no use, a ping or a star, is answered and forgotten.
  if (!Object.hasOwn(OBSERVERS, type)) return [];
  const payload = forgetPeople(withoutTexts(body), isPerson);
  const toEvent = () => {
    const identity = naturalIdOf(type, payload);
    return identity && { ...identity, type, payload };
  };
  return receiveOne(payload, toEvent, observe);
}

/** Webhooks of GitHub, and of whatever speaks like it. */
export const githubSource: DeliverySource = {
  id: 'github',
  personalFields: [
    // `<login>:<branch>`
    'pull_request.head.label',
    'pull_request.base.label',
    ...namesOf(
      'sender',
      'pusher',
      'deployment.creator',
      'deployment_status.creator',
      'workflow_run.actor',
      'workflow_run.triggering_actor',
      'workflow_run.head_commit.author',
      'workflow_run.head_commit.committer',
      'head_commit.author',
      'head_commit.committer',
      'commits[].author',
      'commits[].committer',
      'pull_request.user',
      'pull_request.merged_by',
      'pull_request.assignee',
      'pull_request.assignees[]',
      'pull_request.requested_reviewers[]',
      'pull_request.head.user',
      'requested_reviewer',
      'review.user',
      'comment.user',
      'issue.user',
      'issue.assignee',
      'issue.assignees[]',
      'assignee',
    ),
  ],
  verify({ headers, rawBody }, secrets) {
    requireSignature(
      isSignedBy(
        [headers['x-hub-signature-256'] ?? ''],
        secrets,
        secret => `sha256=${hmacSha256(secret, rawBody, 'hex')}`,
      ),
      'x-hub-signature-256: is missing, or does not fit the body; give the webhook the secret of this source',
    );
  },
  receive,
  observe,
};
