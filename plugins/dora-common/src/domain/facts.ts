/**
 * What is known about deliveries, each fact independent of all others.
 *
 * Facts are the fold of all events about one thing; everything in
 * `./derived` follows from the facts of a service, so it can be computed
 * again at any time and in any order of arrival.
 */

/** Only `production` counts; `unknown` is waiting for somebody to map it. */
export type Tier =
  | 'production'
  | 'staging'
  | 'testing'
  | 'development'
  | 'unknown';

export type DeploymentResult = 'success' | 'failure' | 'canceled' | 'unknown';

export interface DeploymentFact {
  /** Stable: derived from source and natural key, so a rebuild keeps it. */
  id: string;
  /** Entity ref of the service, for example `component:default/orders`. */
  service: string;
  environment: string;
  tier: Tier;
  startedAt: Date | null;
  finishedAt: Date;
  result: DeploymentResult;
  commitSha: string | null;
  /** Version, tag or artifact digest; with `commitSha` it tells what ran. */
  version: string | null;
  /** What the reporter said it was; otherwise it is found out (`classifyDeployments`). */
  reportedKind: 'deploy' | 'rollback' | null;
  /** What the reporter said; null: found out from rules. */
  unplanned: boolean | null;
  /** Id of the deployment that this one repairs. */
  remediates: string | null;
  /** Groups the parts of one release (regions); it counts once, when its last part finished. */
  releaseId: string | null;
  /** Ids of the changes that the reporter said it ships. */
  changeIds: readonly string[];
  /** Set by a person; stands over what was reported and found out. */
  override: DeploymentOverride | null;
  url: string | null;
}

export interface DeploymentOverride {
  kind?: 'deploy' | 'redeploy' | 'rollback';
  unplanned?: boolean;
  failed?: boolean;
}

/** A pull or merge request; where there is none, a commit on the main branch. */
export interface ChangeFact {
  id: string;
  /** Every service that the change touches. */
  services: readonly string[];
  repository: string;
  title: string | null;
  /** min(author date, committer date) over its commits. */
  firstCommitAt: Date | null;
  openedAt: Date | null;
  /** First review or comment by another human. */
  firstReviewAt: Date | null;
  approvedAt: Date | null;
  mergedAt: Date;
  mergeCommitSha: string | null;
  commitShas: readonly string[];
  additions: number | null;
  deletions: number | null;
  isBot: boolean;
  labels: readonly string[];
  branch: string | null;
  /** Id of the change, or sha, that this one reverts. */
  revertOf: string | null;
  url: string | null;
}

export interface IncidentFact {
  id: string;
  service: string;
  title: string | null;
  severity: string | null;
  detectedAt: Date;
  impactStartAt: Date | null;
  mitigatedAt: Date | null;
  /** null: open. With reopenings: the last resolution. */
  resolvedAt: Date | null;
  reopened: number;
  /** Id of a deployment, or a commit sha, that the reporter blamed. */
  reportedCause: string | null;
  /** Set by a person: a deployment's id, or `none`. */
  causeOverride: string | null;
  url: string | null;
}
