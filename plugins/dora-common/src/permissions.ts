import { createPermission } from '@backstage/plugin-permission-common';

/** See figures, and everything they came from: deployments, changes, incidents, events. */
export const doraMetricReadPermission = createPermission({
  name: 'dora.metric.read',
  attributes: { action: 'read' },
});

/** Report deliveries and incidents; for CI and other machines. */
export const doraEventCreatePermission = createPermission({
  name: 'dora.event.create',
  attributes: { action: 'create' },
});

/** See what could not be attributed: unknown services and environments, rejected events. */
export const doraTriageReadPermission = createPermission({
  name: 'dora.triage.read',
  attributes: { action: 'read' },
});

/** Map a name to a service or an environment to a tier, replay rejected events. */
export const doraTriageUpdatePermission = createPermission({
  name: 'dora.triage.update',
  attributes: { action: 'update' },
});

/** Say that an incident was caused by a deployment, or by none. */
export const doraIncidentUpdatePermission = createPermission({
  name: 'dora.incident.update',
  attributes: { action: 'update' },
});

/** Say that a deployment was unplanned, a rollback, or failed. */
export const doraDeploymentUpdatePermission = createPermission({
  name: 'dora.deployment.update',
  attributes: { action: 'update' },
});

/** Bring in history. */
export const doraImportPermission = createPermission({
  name: 'dora.import',
  attributes: { action: 'create' },
});

/** Derive everything from the raw events again. */
export const doraRebuildPermission = createPermission({
  name: 'dora.rebuild',
  attributes: { action: 'update' },
});

export const doraPermissions = [
  doraMetricReadPermission,
  doraEventCreatePermission,
  doraTriageReadPermission,
  doraTriageUpdatePermission,
  doraIncidentUpdatePermission,
  doraDeploymentUpdatePermission,
  doraImportPermission,
  doraRebuildPermission,
];
