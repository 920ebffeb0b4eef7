import { z } from 'zod';
import {
  entityRefSchema,
  instantSchema,
  linkSchema,
  tierSchema,
} from './common';

const seconds = z.number().nonnegative().nullable();

export const deploymentSchema = z.object({
  id: z.string(),
  service: entityRefSchema,
  environment: z.string(),
  tier: tierSchema,
  startedAt: instantSchema.nullable(),
  finishedAt: instantSchema,
  result: z.enum(['success', 'failure', 'canceled', 'unknown']),
  kind: z.enum(['deploy', 'redeploy', 'rollback']).nullable(),
  counted: z.boolean(),
  baseline: z.boolean(),
  failed: z.boolean(),
  failureReason: z
    .enum(['incident', 'rolled-back', 'remediated', 'override'])
    .nullable(),
  pending: z.boolean(),
  supersededByRollback: z.boolean(),
  unplanned: z.boolean(),
  recoveredAt: instantSchema.nullable(),
  recoverySeconds: seconds,
  commitSha: z.string().nullable(),
  version: z.string().nullable(),
  releaseId: z.string().nullable(),
  owner: entityRefSchema.nullable(),
  changes: z.number().int(),
  incidents: z.number().int(),
  url: z.string().nullable(),
  /** Set by a person. */
  override: z
    .object({
      kind: z.enum(['deploy', 'redeploy', 'rollback']).optional(),
      unplanned: z.boolean().optional(),
      failed: z.boolean().optional(),
      reason: z.string(),
      decidedBy: z.string(),
      decidedAt: instantSchema,
    })
    .nullable(),
  /** `live`, `import` or `example`. */
  origin: z.string(),
});
export type Deployment = z.output<typeof deploymentSchema>;

export const changeSchema = z.object({
  id: z.string(),
  service: entityRefSchema,
  repository: z.string(),
  title: z.string().nullable(),
  firstCommitAt: instantSchema.nullable(),
  openedAt: instantSchema.nullable(),
  firstReviewAt: instantSchema.nullable(),
  approvedAt: instantSchema.nullable(),
  mergedAt: instantSchema,
  deployedAt: instantSchema.nullable(),
  deploymentId: z.string().nullable(),
  link: linkSchema.nullable(),
  sample: z.boolean(),
  leadSeconds: seconds,
  stages: z.object({
    coding: seconds,
    pickup: seconds,
    review: seconds,
    deploy: seconds,
  }),
  additions: z.number().int().nullable(),
  deletions: z.number().int().nullable(),
  commits: z.number().int(),
  mergeCommitSha: z.string().nullable(),
  isBot: z.boolean(),
  labels: z.array(z.string()),
  revertOf: z.string().nullable(),
  owner: entityRefSchema.nullable(),
  url: z.string().nullable(),
  origin: z.string(),
});
export type Change = z.output<typeof changeSchema>;

export const incidentSchema = z.object({
  id: z.string(),
  service: entityRefSchema,
  title: z.string().nullable(),
  severity: z.string().nullable(),
  detectedAt: instantSchema,
  impactStartAt: instantSchema.nullable(),
  mitigatedAt: instantSchema.nullable(),
  resolvedAt: instantSchema.nullable(),
  reopened: z.number().int(),
  causeId: z.string().nullable(),
  link: linkSchema.nullable(),
  owner: entityRefSchema.nullable(),
  url: z.string().nullable(),
  origin: z.string(),
});
export type Incident = z.output<typeof incidentSchema>;

/** The event that said so, as it came, without the names of people. */
export const rawEventSchema = z.object({
  id: z.string(),
  source: z.string(),
  deliveryId: z.string(),
  type: z.string(),
  occurredAt: instantSchema,
  receivedAt: instantSchema,
  origin: z.string(),
  payload: z.unknown(),
});
export type RawEvent = z.output<typeof rawEventSchema>;

export const deploymentDetailSchema = z.object({
  deployment: deploymentSchema,
  previous: deploymentSchema.nullable(),
  recoveredBy: deploymentSchema.nullable(),
  changes: z.array(changeSchema),
  incidents: z.array(incidentSchema),
  events: z.array(rawEventSchema),
});

export const changeDetailSchema = z.object({
  change: changeSchema,
  commitShas: z.array(z.string()),
  deployment: deploymentSchema.nullable(),
  events: z.array(rawEventSchema),
});

export const incidentDetailSchema = z.object({
  incident: incidentSchema,
  cause: deploymentSchema.nullable(),
  /** Counted deployments of the service around its start, to choose from. */
  candidates: z.array(deploymentSchema),
  events: z.array(rawEventSchema),
});
