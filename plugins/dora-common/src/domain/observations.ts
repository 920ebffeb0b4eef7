import type { DeploymentResult } from './facts';

/**
 * What one event says about one thing.
 *
 * All observations with the same `kind` and `key` are folded, ordered by `at`,
 * into one fact; a field that an observation leaves out says nothing. The
 * fold does not depend on the order of arrival, and the same observation twice
 * is the same as once.
 */
export type Observation =
  | DeploymentObservation
  | ChangeObservation
  | IncidentObservation;

interface Observed {
  /** Natural key of the thing within its source, for example `acme/orders/deployments/4711`. */
  key: string;
  /** When the source says that it happened. */
  at: Date;
  url?: string;
}

export interface DeploymentObservation extends Observed {
  kind: 'deployment';
  /** An entity ref, or the name that the source has for it; mapped later. */
  service: string;
  /** As the source calls it; mapped to a tier later. */
  environment: string;
  /** What the source itself says about the tier, if it does. */
  tierHint?: string;
  startedAt?: Date;
  finishedAt?: Date;
  /** Left out while it runs. */
  result?: DeploymentResult;
  commitSha?: string;
  version?: string;
  reportedKind?: 'deploy' | 'rollback';
  unplanned?: boolean;
  /** Key of a deployment, id of its event, or a commit sha. */
  remediates?: string;
  releaseId?: string;
  /** Keys of changes that it ships. */
  changeKeys?: string[];
}

export interface ChangeObservation extends Observed {
  kind: 'change';
  /** `<owner>/<name>`, or a URL of the repository. */
  repository: string;
  /** Entity ref, where the source knows it; else the repository's mapping decides. */
  service?: string;
  state?: 'opened' | 'reviewed' | 'approved' | 'merged' | 'abandoned';
  title?: string;
  firstCommitAt?: Date;
  openedAt?: Date;
  firstReviewAt?: Date;
  approvedAt?: Date;
  mergedAt?: Date;
  mergeCommitSha?: string;
  commitShas?: string[];
  additions?: number;
  deletions?: number;
  isBot?: boolean;
  labels?: string[];
  branch?: string;
  /** Key of a change, or a commit sha. */
  revertOf?: string;
  /** Files that it touches, where the source tells: which services of a monorepo it belongs to. */
  paths?: string[];
}

export interface IncidentObservation extends Observed {
  kind: 'incident';
  service: string;
  /** Incidents outside production are kept and do not count. */
  environment?: string;
  state: 'detected' | 'mitigated' | 'resolved' | 'reopened' | 'updated';
  title?: string;
  severity?: string;
  impactStartAt?: Date;
  mitigatedAt?: Date;
  /** Id of a deployment's event, its key, or its commit sha. */
  causedBy?: string;
}
