const SHA = '53e28ff20cc530b9ada2173fbbd64d48338583ba';
const DIGEST = `sha256:${'c'.repeat(64)}`;

export const argocd = (phase: string) => ({
  context: { argocdUrl: 'https://argocd.example.com' },
  app: {
    metadata: {
      name: 'orders-prod-eu',
      namespace: 'argocd',
      labels: { 'app.kubernetes.io/name': 'orders', environment: 'prod-eu' },
      annotations: {
        'waymark.dev/service': 'component:default/orders',
        'waymark.dev/commit': SHA,
        'waymark.dev/release': 'r-7',
      },
    },
    spec: {
      project: 'acme',
      destination: { server: 'https://k8s.example.com', namespace: 'orders' },
    },
    status: {
      health: { status: 'Healthy' },
      sync: { status: 'Synced', revision: 'a'.repeat(40) },
      operationState: {
        phase,
        message: 'successfully synced (all tasks run)',
        operation: { initiatedBy: { username: 'ada' } },
        startedAt: '2026-05-15T10:00:00Z',
        finishedAt: phase === 'Running' ? null : '2026-05-15T10:04:00Z',
        syncResult: { revision: 'a'.repeat(40) },
      },
      summary: { images: [`registry.example.com:5000/orders:1.4@${DIGEST}`] },
      history: [{ id: 12, revision: 'a'.repeat(40) }],
    },
  },
});

export const flux = (reason: string) => ({
  involvedObject: {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    name: 'orders',
    namespace: 'production',
    uid: '7c5e6a6f',
  },
  metadata: {
    'kustomize.toolkit.fluxcd.io/revision': `main@sha1:${SHA}`,
    environment: 'prod-eu',
  },
  severity: reason.endsWith('Failed') ? 'error' : 'info',
  reason,
  message: 'Reconciliation finished in 1.5s',
  reportingController: 'kustomize-controller',
  timestamp: '2026-05-15T10:04:00Z',
});

const alert = (status: string, fingerprint: string) => ({
  status,
  labels: {
    alertname: 'ErrorRate',
    service: 'orders',
    env: 'prod-eu',
    severity: 'critical',
  },
  annotations: { summary: 'Error rate above 5 %' },
  startsAt: '2026-05-15T10:30:00.123Z',
  endsAt:
    status === 'resolved' ? '2026-05-15T11:30:00Z' : '0001-01-01T00:00:00Z',
  generatorURL: 'https://prometheus.example.com/graph',
  fingerprint,
});

export const alertmanager = (...statuses: string[]) => ({
  version: '4',
  groupKey: '{}:{alertname="ErrorRate"}',
  truncatedAlerts: 0,
  status: statuses[0],
  receiver: 'waymark',
  groupLabels: { alertname: 'ErrorRate' },
  commonLabels: {},
  commonAnnotations: {},
  externalURL: 'https://alertmanager.example.com',
  alerts: statuses.map((status, i) => alert(status, `fingerprint-${i}`)),
});

export const pagerduty = (eventType: string, occurredAt: string) => ({
  event: {
    id: `event-${eventType}`,
    event_type: eventType,
    resource_type: 'incident',
    occurred_at: occurredAt,
    agent: {
      id: 'PLH1HKV',
      html_url: 'https://acme.pagerduty.example/users/PLH1HKV',
      self: 'https://api.pagerduty.example/users/PLH1HKV',
      summary: 'Ada Lovelace',
      type: 'user_reference',
    },
    client: null,
    data: {
      id: 'PGR0VU2',
      type: 'incident',
      html_url: 'https://acme.pagerduty.example/incidents/PGR0VU2',
      number: 2,
      status: 'triggered',
      incident_key: 'd3640fbd',
      created_at: '2026-05-15T18:00:00Z',
      title: 'Orders are lost',
      service: { id: 'PF9KMXH', summary: 'Orders', type: 'service_reference' },
      assignees: [{ id: 'PLH1HKV', summary: 'Ada Lovelace' }],
      priority: { id: 'PSO75BM', summary: 'P1' },
      urgency: 'high',
    },
  },
});

export const incidentIo = (category: string) => ({
  event_type: 'public_incident.incident_updated_v2',
  'public_incident.incident_updated_v2': {
    id: '01FDAG4SAP5TYPT98WGR2N7W91',
    name: 'Orders are lost',
    permalink: 'https://app.incident.example/incidents/123',
    reference: 'INC-123',
    created_at: '2026-05-15T13:28:57.801Z',
    updated_at: '2026-05-15T15:00:00Z',
    creator: {
      user: { id: '01X', name: 'Ada Lovelace', email: 'ada@x.example' },
    },
    severity: { id: '01S', name: 'Major', rank: 2 },
    incident_status: { id: '01T', category, name: 'Whatever' },
    custom_field_entries: [
      {
        custom_field: { id: '01C', name: 'Affected service' },
        values: [
          {
            value_catalog_entry: {
              id: '01E',
              name: 'Orders',
              external_id: 'orders',
            },
          },
        ],
      },
    ],
    incident_timestamp_values: [
      {
        incident_timestamp: { name: 'Impact started' },
        value: { value: '2026-05-15T13:00:00Z' },
      },
      {
        incident_timestamp: { name: 'Fixed at' },
        value: { value: '2026-05-15T14:30:00Z' },
      },
      { incident_timestamp: { name: 'Resolved at' }, value: null },
    ],
  },
});

export const generic = {
  kind: 'deployment',
  id: 'deploy-4711',
  service: 'component:default/orders',
  environment: 'production',
  startedAt: '2026-05-15T10:00:00Z',
  finishedAt: '2026-05-15T10:04:00+00:00',
  commitSha: SHA,
  rollback: true,
};
