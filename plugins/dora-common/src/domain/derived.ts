import type { ChangeFact, DeploymentFact, IncidentFact } from './facts';

/** How sure a link is, from what was said to what was guessed. */
export type LinkMethod =
  | 'override'
  | 'explicit'
  | 'commit-range'
  | 'merge-window'
  | 'last-before';

export interface Link {
  method: LinkMethod;
  /** 0..1. */
  confidence: number;
}

export type DeploymentKind = 'deploy' | 'redeploy' | 'rollback';

export type FailureReason =
  | 'incident'
  | 'rolled-back'
  | 'remediated'
  | 'override';

/** A production deployment as the truth table counts it. */
export interface DerivedDeployment {
  id: string;
  kind: DeploymentKind;
  /** In frequency, and in the denominators of change fail rate and rework rate. */
  counted: boolean;
  /** First of its service, or more than `baselineGapDays` after the previous one: no lead-time samples. */
  baseline: boolean;
  failed: boolean;
  failureReason: FailureReason | null;
  /** Between a rollback and its target, but not the one that failed. */
  supersededByRollback: boolean;
  unplanned: boolean;
  /** The counted deployment before it. */
  previousId: string | null;
  /** When the failure was repaired; null: not failed, or not yet. */
  recoveredAt: Date | null;
  /** Seconds from finish to recovery, never negative. */
  recoverySeconds: number | null;
}

/** One change in one service. */
export interface DerivedChange {
  id: string;
  service: string;
  /** First successful production deployment that shipped it. */
  deploymentId: string | null;
  link: Link | null;
  /** Shipped by a counted, non-baseline deployment that is not a rollback, and not by a bot. */
  sample: boolean;
  /** Seconds; null where a time is missing or stages would run backwards. */
  leadSeconds: number | null;
  codingSeconds: number | null;
  pickupSeconds: number | null;
  reviewSeconds: number | null;
  deploySeconds: number | null;
}

export interface DerivedIncident {
  id: string;
  /** Deployment that caused it, if any. */
  causeId: string | null;
  link: Link | null;
}

/** What may differ between services; defaults in `DEFAULT_RULES`. */
export interface ServiceRules {
  /** A deployment is unplanned when a change it ships matches one of these. */
  hotfixLabels: readonly string[];
  hotfixBranches: readonly string[];
  hotfixTitles: readonly string[];
  /** An incident belongs to the last counted deployment at most so long before its impact. */
  causeWindowHours: number;
  baselineGapDays: number;
  /** Lead time starts at the first commit, or when the change was opened. */
  leadTimeFrom: 'first-commit' | 'opened';
}

export const DEFAULT_RULES: ServiceRules = {
  hotfixLabels: ['hotfix', 'incident', 'emergency'],
  hotfixBranches: ['hotfix/*', 'hotfix-*'],
  hotfixTitles: ['hotfix*', 'revert "*'],
  causeWindowHours: 24,
  baselineGapDays: 60,
  leadTimeFrom: 'first-commit',
};

/** Everything about one service that its figures follow from. */
export interface ServiceFacts {
  service: string;
  /** Production only, in any order. */
  deployments: readonly DeploymentFact[];
  changes: readonly ChangeFact[];
  incidents: readonly IncidentFact[];
  /**
   * Which commits a deployment brought, where Git was asked: deployment id to
   * the shas of `git log previous..this`. A deployment that is missing here
   * falls back to the merge window.
   */
  commitRanges: ReadonlyMap<string, readonly string[]>;
  rules: ServiceRules;
}

/**
 * A production deployment from before a window, with what was derived of it.
 * Deployments that did not succeed are of no use.
 */
export interface EarlierDeployment {
  deployment: DeploymentFact;
  kind: DeploymentKind;
  counted: boolean;
}

/**
 * What the rows of a window `[from, now]` need to know of the time before it,
 * so that `deriveService` over the facts of the window gives the same rows as
 * over all facts. A window has no end: the newest facts always belong to it.
 *
 * No release may have parts on both sides of `from`, so `from` is moved back
 * to the first part of such a release (`alignWindow`).
 *
 * Facts of the window, in `ServiceFacts`:
 * - `deployments`: all with `finishedAt >= from`, whatever their result;
 * - `changes`: those merged after the start (`startedAt`, else `finishedAt`)
 *   of the last counted deployment of kind `deploy` before `from`, or all
 *   where there is none; those that a deployment of the window names or has in
 *   its commit range; those that contain a commit which an incident of the
 *   window blames; those whose stored row names a deployment of the window;
 * - `incidents`: those whose impact started at `from` or later, and older ones
 *   whose override, reported cause or stored row names a deployment of the
 *   window;
 * - `commitRanges`: of the deployments of the window.
 *
 * `windowOf` is the same in code: it cuts a window out of everything.
 */
export interface ServiceContext {
  from: Date;
  /**
   * In any order, all from before `from`, each with all regions of its release:
   * 1. the last counted deployment (`previousId`, baseline, `last-before`);
   * 2. the last one that counted or was a redeploy: what runs;
   * 3. the last counted one of kind `deploy` (where the merge window begins);
   * 4. for each version and each commit that the window deploys, the last
   *    success that ran it (redeploy or rollback);
   * 5. those that incidents of the window name as their cause, and deployments
   *    of the window in `remediates`, by id or commit, and for a redeploy among them the counted deployment before it;
   * 6. those in `shipped` whose change contains a commit that an incident of
   *    the window blames.
   */
  earlier: readonly EarlierDeployment[];
  /**
   * Changes that were first shipped before `from`, with the deployment. Only
   * those that are among the changes of the window matter.
   */
  shipped: ReadonlyMap<string, string>;
}

/** Nothing is known about changes that were not among the facts. */
export interface DerivedService {
  deployments: DerivedDeployment[];
  changes: DerivedChange[];
  incidents: DerivedIncident[];
}
