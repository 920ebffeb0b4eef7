import type { Identity } from '../../repositories/plan';

/** Why somebody, or a bot, changes something. */
export type Intent = 'work' | 'dependency' | 'hotfix' | 'release';

/** A pull request, or a commit straight to `main`. Times are seconds since 1970. */
export interface Change {
  service: string;
  repository: string;
  intent: Intent;
  author: Identity;
  /** Of the pull request; absent for a commit straight to `main`. */
  number?: number;
  title: string;
  labels: string[];
  branch?: string;
  commits: number;
  additions: number;
  deletions: number;
  firstCommitAt: number;
  openedAt?: number;
  firstReviewAt?: number;
  approvedAt?: number;
  mergedAt?: number;
  abandonedAt?: number;
  /** Place on `main`, from 0; -1 until it is merged. */
  index: number;
  /** Known once its commit is written, or made up where it never is. */
  sha?: string;
  /** Of a release. */
  tag?: string;
}

/** What a pipeline made of the head of `main`. */
export interface Build {
  service: string;
  number: number;
  head: Change;
}

export type JobResult = 'success' | 'failure' | 'canceled';

export interface Deployment {
  /** Unique in the organisation: `orders/431`. */
  key: string;
  service: string;
  environment: string;
  tier: 'staging' | 'production';
  build: Build;
  startedAt: number;
  finishedAt: number;
  result: JobResult;
  /** What it is in truth. */
  kind: 'deploy' | 'redeploy' | 'rollback';
  /** Whether the tool of the team says that it is a rollback. */
  saysRollback: boolean;
  /** What `git log <running>..<new>` lists, changes shipped before and rolled back included. */
  ships: Change[];
  /** What it repairs, where the team says so. */
  remediates?: Deployment;
  /** What the team says; most say nothing. */
  unplanned?: boolean;
  /** The same for all regions of one release. */
  releaseId?: string;
}

export interface Incident {
  key: string;
  service: string;
  title: string;
  severity: 'sev1' | 'sev2' | 'sev3';
  detectedAt: number;
  impactStartAt?: number;
  mitigatedAt?: number;
  /** When somebody said it is over; all but the last were wrong. */
  resolvedAt: number[];
  reopenedAt: number[];
  /** What broke it in truth. */
  cause?: Deployment;
  /** How the report names the cause, if it does. */
  blames: 'deployment' | 'commit' | 'nothing';
}

/** A run of a pipeline, whatever became of it. */
export interface PipelineRun {
  service: string;
  build: Build;
  startedAt: number;
  finishedAt: number;
  attempt: number;
  outcome: 'success' | 'failure';
}

/** What tools see and report, at the moment when they do. */
export type Happening =
  | {
      kind: 'change';
      what: 'opened' | 'reviewed' | 'approved' | 'merged' | 'abandoned';
      at: number;
      change: Change;
    }
  | { kind: 'run'; what: 'finished'; at: number; run: PipelineRun }
  | {
      kind: 'deployment';
      what: 'started' | 'finished';
      at: number;
      deployment: Deployment;
    }
  | {
      kind: 'incident';
      what: 'detected' | 'mitigated' | 'resolved' | 'reopened';
      at: number;
      incident: Incident;
    };
