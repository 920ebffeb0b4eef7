import type { DeploymentResult, Tier } from '@waymark/plugin-dora-common';
import type { Resolution } from '../names/NameResolver';

interface FactRow {
  source: string;
  key: string;
  origin: string;
  observations: number;
  delivery_ids: string[];
  attribution: Resolution['attribution'];
  url: string | null;
}

/** Rows of the fact tables; what the columns mean is said there. */
export interface DeploymentFactRow extends FactRow {
  deployment_id: string;
  name: string;
  service: string | null;
  environment: string;
  tier: Tier;
  started_at: Date | null;
  finished_at: Date;
  result: DeploymentResult;
  commit_sha: string | null;
  version: string | null;
  reported_kind: 'deploy' | 'rollback' | null;
  unplanned: boolean | null;
  remediates: string | null;
  release_id: string | null;
  change_keys: string[];
}

export interface ChangeFactRow extends FactRow {
  change_id: string;
  repository: string;
  name: string | null;
  services: string[];
  title: string | null;
  first_commit_at: Date | null;
  opened_at: Date | null;
  first_review_at: Date | null;
  approved_at: Date | null;
  merged_at: Date;
  merge_commit_sha: string | null;
  commit_shas: string[];
  additions: number | null;
  deletions: number | null;
  is_bot: boolean;
  labels: string[];
  branch: string | null;
  revert_of: string | null;
}

export interface IncidentFactRow extends FactRow {
  incident_id: string;
  name: string;
  service: string | null;
  environment: string | null;
  tier: Tier;
  title: string | null;
  severity: string | null;
  detected_at: Date;
  impact_start_at: Date | null;
  started_at: Date;
  mitigated_at: Date | null;
  resolved_at: Date | null;
  reopened: number;
  reported_cause: string | null;
}
