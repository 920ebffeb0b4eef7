import type {
  ChangeObservation,
  DeploymentObservation,
  IncidentObservation,
  Observation,
} from '@waymark/plugin-dora-node';
import { causeIn, earliest, firstLine, isBotBranch } from '../shared/changes';
import { lookUp, read, said } from '../shared/read';
import {
  deploymentSchema,
  issueSchema,
  mergeRequestSchema,
  noteSchema,
  pushSchema,
} from './schema';

type Result = NonNullable<DeploymentObservation['result']>;
type Project = { path_with_namespace: string; default_branch?: string };

/** Other states say that it waits or runs. */
const RESULTS: Record<string, Result> = {
  success: 'success',
  failed: 'failure',
  canceled: 'canceled',
};

/** `other` is what GitLab says where it does not know. */
const TIERS = new Set(['production', 'staging', 'testing', 'development']);
const FULL_SHA = /\/([0-9a-f]{40,64})$/i;

function observeDeployment(payload: unknown): Observation[] {
  const event = read(deploymentSchema, payload);
  const { project, status, status_changed_at: at, environment_tier } = event;
  const result = lookUp(RESULTS, status);
  return [
    said({
      kind: 'deployment' as const,
      key: `${project.path_with_namespace}/deployments/${event.deployment_id}`,
      at,
      service: project.path_with_namespace,
      environment: event.environment,
      tierHint: TIERS.has(environment_tier ?? '')
        ? environment_tier
        : undefined,
      startedAt: status === 'running' ? at : undefined,
      finishedAt: result && at,
      result,
      commitSha: FULL_SHA.exec(event.commit_url ?? '')?.[1] ?? event.short_sha,
      url: event.deployable_url,
    }),
  ];
}

const keyOf = ({ path_with_namespace }: Project, iid: string) =>
  `${path_with_namespace}!${iid}`;

/** A change is what reaches the default branch. */
const isIntoDefault = (branch: string | undefined, project: Project) =>
  !branch || !project.default_branch || branch === project.default_branch;

type State = NonNullable<ChangeObservation['state']>;
/** Other actions change a title, a label, the commits. */
const MERGE_REQUEST_ACTIONS: Record<string, State> = {
  open: 'opened',
  reopen: 'opened',
  approved: 'approved',
  approval: 'approved',
  merge: 'merged',
  close: 'abandoned',
};

function observeMergeRequest(payload: unknown): Observation[] {
  const {
    object_attributes: request,
    project,
    labels,
  } = read(mergeRequestSchema, payload);
  if (!isIntoDefault(request.target_branch, project)) return [];
  const { action = '', updated_at: at, source_branch } = request;
  const state = lookUp(MERGE_REQUEST_ACTIONS, action);
  const last = request.last_commit?.id;
  return [
    said({
      kind: 'change' as const,
      key: keyOf(project, request.iid),
      at,
      repository: project.path_with_namespace,
      state,
      title: request.title,
      openedAt: request.created_at,
      firstReviewAt: state === 'approved' ? at : undefined,
      approvedAt: state === 'approved' ? at : undefined,
      mergedAt: state === 'merged' ? at : undefined,
      mergeCommitSha:
        state === 'merged'
          ? request.merge_commit_sha ?? request.squash_commit_sha ?? last
          : undefined,
      commitShas: last ? [last] : undefined,
      isBot: isBotBranch(source_branch),
      labels: labels.map(({ title }) => title),
      branch: source_branch,
      url: request.url,
    }),
  ];
}

/** A comment on a merge request; GitLab does not say whether its author wrote it, so it counts as a review. */
function observeNote(payload: unknown): Observation[] {
  const {
    object_attributes: note,
    merge_request,
    project,
  } = read(noteSchema, payload);
  const isUseful =
    note.noteable_type === 'MergeRequest' &&
    !note.system &&
    merge_request !== undefined &&
    isIntoDefault(merge_request.target_branch, project);
  if (!isUseful) return [];
  return [
    {
      kind: 'change',
      key: keyOf(project, merge_request.iid),
      at: note.created_at,
      repository: project.path_with_namespace,
      state: 'reviewed',
      firstReviewAt: note.created_at,
    },
  ];
}

const MERGE_TRAILER = /^See merge request \S*!(\d+)$/m;

/** A push to the default branch: of the merge request that it names, else a change of its own. */
function observePush(payload: unknown): Observation[] {
  const { ref, after, project, commits } = read(pushSchema, payload);
  const head = commits.find(({ id }) => id === after) ?? commits.at(-1);
  if (ref !== `refs/heads/${project.default_branch}` || !head) return [];
  const iid = MERGE_TRAILER.exec(head.message)?.[1];
  const common = {
    kind: 'change' as const,
    at: head.timestamp,
    repository: project.path_with_namespace,
    mergeCommitSha: after,
    commitShas: commits.map(({ id }) => id),
    firstCommitAt: earliest(commits.map(({ timestamp }) => timestamp)),
    paths: [
      ...new Set(
        commits.flatMap(({ added, modified, removed }) => [
          ...added,
          ...modified,
          ...removed,
        ]),
      ),
    ],
  };
  if (iid) return [said({ ...common, key: keyOf(project, iid) })];
  return [
    said({
      ...common,
      key: `${project.path_with_namespace}@${after}`,
      state: 'merged' as const,
      title: firstLine(head.message),
      mergedAt: head.timestamp,
      url: head.url,
    }),
  ];
}

const INCIDENT_LABEL = /\bincident\b/i;
const SERVICE_LABEL = /^service(?:::|[:/]) *(\S+)$/i;
const ISSUE_ACTIONS: Record<string, IncidentObservation['state']> = {
  open: 'detected',
  close: 'resolved',
  reopen: 'reopened',
};

/** Incidents of GitLab, and issues with a label that says `incident`. */
function observeIssue(payload: unknown): Observation[] {
  const {
    object_attributes: issue,
    project,
    labels,
  } = read(issueSchema, payload);
  const isIncident =
    [issue.type, issue.issue_type].some(
      type => type?.toLowerCase() === 'incident',
    ) || labels.some(({ title }) => INCIDENT_LABEL.test(title));
  if (!isIncident) return [];
  const { action = '', created_at, updated_at, closed_at } = issue;
  const state = lookUp(ISSUE_ACTIONS, action) ?? 'updated';
  const common = said({
    kind: 'incident' as const,
    key: `${project.path_with_namespace}/issues/${issue.iid}`,
    service:
      labels.map(({ title }) => SERVICE_LABEL.exec(title)?.[1]).find(Boolean) ??
      project.path_with_namespace,
    title: issue.title,
    severity: issue.severity?.toLowerCase(),
    causedBy: causeIn(issue.description),
    url: issue.url,
  });
  const opened = { ...common, state: 'detected' as const, at: created_at };
  if (state === 'detected') return [opened];
  const at = state === 'resolved' ? closed_at ?? updated_at : updated_at;
  return [opened, { ...common, state, at }];
}

export const OBSERVERS: Record<string, (payload: unknown) => Observation[]> = {
  deployment: observeDeployment,
  merge_request: observeMergeRequest,
  note: observeNote,
  push: observePush,
  issue: observeIssue,
  work_item: observeIssue,
};
