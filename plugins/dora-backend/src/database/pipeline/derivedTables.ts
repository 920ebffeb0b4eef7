import type {
  DerivedChangeRow,
  DerivedDeploymentRow,
  DerivedIncidentRow,
} from '../../pipeline/derivedRows';
import { DerivedTable } from './DerivedTable';

export const derivedDeployments = new DerivedTable<DerivedDeploymentRow>(
  'derived_deployment',
  ['deployment_id', 'service'],
  {
    deployment_id: 'uuid',
    service: 'text',
    owner: 'text',
    finished_at: 'timestamptz',
    kind: 'text',
    counted: 'boolean',
    baseline: 'boolean',
    failed: 'boolean',
    failure_reason: 'text',
    superseded_by_rollback: 'boolean',
    unplanned: 'boolean',
    previous_id: 'uuid',
    recovered_at: 'timestamptz',
    recovery_seconds: 'double precision',
    result: 'text',
  },
);

export const derivedChanges = new DerivedTable<DerivedChangeRow>(
  'derived_change',
  ['change_id', 'service'],
  {
    change_id: 'uuid',
    service: 'text',
    owner: 'text',
    merged_at: 'timestamptz',
    deployed_at: 'timestamptz',
    deployment_id: 'uuid',
    method: 'text',
    confidence: 'double precision',
    sample: 'boolean',
    lead_seconds: 'double precision',
    coding_seconds: 'double precision',
    pickup_seconds: 'double precision',
    review_seconds: 'double precision',
    deploy_seconds: 'double precision',
  },
);

export const derivedIncidents = new DerivedTable<DerivedIncidentRow>(
  'derived_incident',
  ['incident_id', 'service'],
  {
    incident_id: 'uuid',
    service: 'text',
    owner: 'text',
    started_at: 'timestamptz',
    cause_id: 'uuid',
    method: 'text',
    confidence: 'double precision',
  },
);
