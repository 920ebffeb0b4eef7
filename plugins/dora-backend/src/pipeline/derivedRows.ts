import type {
  DeploymentKind,
  DeploymentResult,
  FailureReason,
  LinkMethod,
} from '@waymark/plugin-dora-common';

/** Rows of the tables of what follows; what the columns mean is said there. */
export interface DerivedDeploymentRow {
  deployment_id: string;
  service: string;
  owner: string | null;
  finished_at: Date;
  kind: DeploymentKind;
  counted: boolean;
  baseline: boolean;
  failed: boolean;
  failure_reason: FailureReason | null;
  superseded_by_rollback: boolean;
  unplanned: boolean;
  previous_id: string | null;
  recovered_at: Date | null;
  recovery_seconds: number | null;
  result: DeploymentResult;
}

export interface DerivedChangeRow {
  change_id: string;
  service: string;
  owner: string | null;
  merged_at: Date;
  deployed_at: Date | null;
  deployment_id: string | null;
  method: LinkMethod | null;
  confidence: number | null;
  sample: boolean;
  lead_seconds: number | null;
  coding_seconds: number | null;
  pickup_seconds: number | null;
  review_seconds: number | null;
  deploy_seconds: number | null;
}

export interface DerivedIncidentRow {
  incident_id: string;
  service: string;
  owner: string | null;
  started_at: Date;
  cause_id: string | null;
  method: LinkMethod | null;
  confidence: number | null;
}
