import {
  DEFAULT_RULES,
  type ServiceFacts,
  type ServiceRules,
} from '../derived';
import type { ChangeFact, DeploymentFact, IncidentFact } from '../facts';

export const SERVICE = 'component:default/orders';

/** `day 3, 10:30` of a month without clock changes. */
export function at(day: number, time = '00:00'): Date {
  const start = Date.parse(`2026-05-01T${time}:00Z`);
  return new Date(start + (day - 1) * 86_400_000);
}

/** A success in production of the version that its id names: `v1`, `v2`. */
export function deployment(
  id: string,
  finishedAt: Date,
  fields: Partial<DeploymentFact> = {},
): DeploymentFact {
  return {
    id,
    service: SERVICE,
    environment: 'production',
    tier: 'production',
    startedAt: null,
    finishedAt,
    result: 'success',
    commitSha: null,
    version: id,
    reportedKind: null,
    unplanned: null,
    remediates: null,
    releaseId: null,
    changeIds: [],
    override: null,
    url: null,
    ...fields,
  };
}

export function change(
  id: string,
  mergedAt: Date,
  fields: Partial<ChangeFact> = {},
): ChangeFact {
  return {
    id,
    services: [SERVICE],
    repository: 'acme/orders',
    title: `Change ${id}`,
    firstCommitAt: null,
    openedAt: null,
    firstReviewAt: null,
    approvedAt: null,
    mergedAt,
    mergeCommitSha: null,
    commitShas: [],
    additions: null,
    deletions: null,
    isBot: false,
    labels: [],
    branch: null,
    revertOf: null,
    url: null,
    ...fields,
  };
}

export function incident(
  id: string,
  detectedAt: Date,
  fields: Partial<IncidentFact> = {},
): IncidentFact {
  return {
    id,
    service: SERVICE,
    title: null,
    severity: null,
    detectedAt,
    impactStartAt: null,
    mitigatedAt: null,
    resolvedAt: null,
    reopened: 0,
    reportedCause: null,
    causeOverride: null,
    url: null,
    ...fields,
  };
}

export function factsOf(
  parts: Partial<Omit<ServiceFacts, 'rules'>> & {
    rules?: Partial<ServiceRules>;
  },
): ServiceFacts {
  return {
    service: SERVICE,
    deployments: [],
    changes: [],
    incidents: [],
    commitRanges: new Map(),
    ...parts,
    rules: { ...DEFAULT_RULES, ...parts.rules },
  };
}

export const MINUTE = 60;
export const HOUR = 3_600;
export const DAY = 86_400;
