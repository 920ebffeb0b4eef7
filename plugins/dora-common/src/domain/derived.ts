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

export interface DerivedService {
  deployments: DerivedDeployment[];
  changes: DerivedChange[];
  incidents: DerivedIncident[];
}
