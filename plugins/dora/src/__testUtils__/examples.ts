import type { Entity } from '@backstage/catalog-model';
import type {
  Change,
  Deployment,
  DoraMetrics,
  Incident,
  RawEvent,
  TriageItem,
} from '@waymark/plugin-dora-common';

export const exampleEntity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', namespace: 'default', title: 'Orders' },
  spec: { type: 'service' },
};

export const exampleDeployment: Deployment = {
  id: 'dep-1',
  service: 'component:default/orders',
  environment: 'prod-eu',
  tier: 'production',
  startedAt: '2026-03-10T09:50:00Z',
  finishedAt: '2026-03-10T10:00:00Z',
  result: 'success',
  kind: 'deploy',
  counted: true,
  baseline: false,
  failed: false,
  failureReason: null,
  pending: false,
  supersededByRollback: false,
  unplanned: false,
  recoveredAt: null,
  recoverySeconds: null,
  commitSha: '9f2c000000000000000000000000000000000000',
  version: 'v1.4.0',
  releaseId: null,
  owner: 'group:default/checkout',
  changes: 3,
  incidents: 0,
  url: null,
  override: null,
  origin: 'live',
};

export const exampleChange: Change = {
  id: 'chg-1',
  service: 'component:default/orders',
  repository: 'acme/orders',
  title: 'Reserve stock before payment',
  firstCommitAt: '2026-03-05T10:00:00Z',
  openedAt: '2026-03-06T10:00:00Z',
  firstReviewAt: '2026-03-09T10:00:00Z',
  approvedAt: '2026-03-09T12:00:00Z',
  mergedAt: '2026-03-10T08:00:00Z',
  deployedAt: '2026-03-10T10:00:00Z',
  deploymentId: 'dep-1',
  link: {
    method: 'commit-range',
    confidence: 1,
    decidedBy: null,
    decidedAt: null,
  },
  sample: true,
  leadSeconds: 5 * 86_400,
  stages: {
    coding: 86_400,
    pickup: 3 * 86_400,
    review: 79_200,
    deploy: 7_200,
  },
  additions: 120,
  deletions: 14,
  commits: 2,
  mergeCommitSha: '9f2c000000000000000000000000000000000000',
  isBot: false,
  labels: [],
  revertOf: null,
  owner: 'group:default/checkout',
  url: null,
  origin: 'live',
};

export const exampleIncident: Incident = {
  id: 'inc-1',
  service: 'component:default/orders',
  title: 'Checkout answers 500',
  severity: 'SEV2',
  detectedAt: '2026-03-10T10:20:00Z',
  impactStartAt: '2026-03-10T10:10:00Z',
  mitigatedAt: null,
  resolvedAt: '2026-03-10T12:10:00Z',
  reopened: 0,
  causeId: null,
  link: null,
  owner: 'group:default/checkout',
  url: null,
  origin: 'live',
};

export const exampleEvent: RawEvent = {
  id: 'evt-1',
  source: 'github',
  deliveryId: 'delivery-1',
  type: 'deployment_status',
  occurredAt: '2026-03-10T10:00:00Z',
  receivedAt: '2026-03-10T10:00:03Z',
  origin: 'live',
  payload: { deployment_status: { state: 'success' } },
};

export const exampleTriage: TriageItem = {
  id: 'tri-1',
  kind: 'environment',
  source: 'github',
  name: 'live-eu',
  events: 42,
  firstSeenAt: '2026-03-01T10:00:00Z',
  lastSeenAt: '2026-03-10T10:00:00Z',
  suggestion: { value: 'production', reason: 'Its name says live' },
};

const point = (
  start: string,
  end: string,
  value: number | null,
  n: number,
) => ({
  start,
  end,
  value,
  n,
  partial: false,
});

export const exampleMetrics: DoraMetrics = {
  scope: null,
  from: '2026-03-02',
  to: '2026-03-16',
  timezone: 'UTC',
  deploymentFrequency: {
    perWeek: 6,
    medianDaysPerWeek: 3,
    n: 12,
    series: [
      point('2026-03-02', '2026-03-09', 5, 5),
      point('2026-03-09', '2026-03-16', 7, 7),
    ],
  },
  leadTime: {
    p50: 5 * 86_400,
    p75: 6 * 86_400,
    p90: 9 * 86_400,
    n: 11,
    exact: true,
    stages: {
      coding: { p50: 86_400, mean: 90_000, n: 11 },
      pickup: { p50: 3 * 86_400, mean: 250_000, n: 11 },
      review: { p50: 43_200, mean: 50_000, n: 11 },
      deploy: { p50: 7_200, mean: 8_000, n: 11 },
    },
    series: [
      point('2026-03-02', '2026-03-09', 2 * 86_400, 5),
      point('2026-03-09', '2026-03-16', 5 * 86_400, 6),
    ],
  },
  changeFailRate: {
    value: 0.25,
    low: 0.09,
    high: 0.53,
    failed: 3,
    total: 12,
    pending: 0,
    series: [
      point('2026-03-02', '2026-03-09', 0.2, 5),
      point('2026-03-09', '2026-03-16', 2 / 7, 7),
    ],
  },
  recoveryTime: {
    p50: 3_600,
    p90: 7_200,
    n: 3,
    open: 0,
    exact: true,
    series: [
      point('2026-03-02', '2026-03-09', 3_600, 1),
      point('2026-03-09', '2026-03-16', 5_400, 2),
    ],
  },
  reworkRate: {
    value: 1 / 12,
    low: 0.01,
    high: 0.35,
    unplanned: 1,
    total: 12,
    series: [
      point('2026-03-02', '2026-03-09', 0, 5),
      point('2026-03-09', '2026-03-16', 1 / 7, 7),
    ],
  },
  deploymentJobs: { total: 13, succeeded: 12 },
  unlinkedIncidents: 0,
  freshness: {
    computedAt: '2026-03-15T10:00:00Z',
    lastEventAt: '2026-03-15T09:59:00Z',
    pendingEvents: 0,
    pendingUntil: null,
  },
};
