import type {
  ChangeFactRow,
  DeploymentFactRow,
  IncidentFactRow,
} from '../../pipeline/factRows';
import { FactTable } from './FactTable';

const COMMON = {
  source: 'text',
  key: 'text',
  origin: 'text',
  observations: 'integer',
  delivery_ids: 'text[]',
  attribution: 'text',
  url: 'text',
} as const;

export const deploymentTable = new FactTable<DeploymentFactRow>('deployment', {
  deployment_id: 'uuid',
  ...COMMON,
  name: 'text',
  service: 'text',
  environment: 'text',
  tier: 'text',
  started_at: 'timestamptz',
  finished_at: 'timestamptz',
  result: 'text',
  commit_sha: 'text',
  version: 'text',
  reported_kind: 'text',
  unplanned: 'boolean',
  remediates: 'text',
  release_id: 'text',
  change_keys: 'text[]',
});

export const changeTable = new FactTable<ChangeFactRow>('change', {
  change_id: 'uuid',
  ...COMMON,
  repository: 'text',
  name: 'text',
  services: 'text[]',
  title: 'text',
  first_commit_at: 'timestamptz',
  opened_at: 'timestamptz',
  first_review_at: 'timestamptz',
  approved_at: 'timestamptz',
  merged_at: 'timestamptz',
  merge_commit_sha: 'text',
  commit_shas: 'text[]',
  additions: 'integer',
  deletions: 'integer',
  is_bot: 'boolean',
  labels: 'text[]',
  branch: 'text',
  revert_of: 'text',
});

export const incidentTable = new FactTable<IncidentFactRow>('incident', {
  incident_id: 'uuid',
  ...COMMON,
  name: 'text',
  service: 'text',
  environment: 'text',
  tier: 'text',
  title: 'text',
  severity: 'text',
  detected_at: 'timestamptz',
  impact_start_at: 'timestamptz',
  started_at: 'timestamptz',
  mitigated_at: 'timestamptz',
  resolved_at: 'timestamptz',
  reopened: 'integer',
  reported_cause: 'text',
});
