import { z } from 'zod';
import { entityRefSchema, instantSchema, tierSchema } from './common';

export const ingestReplySchema = z.object({
  accepted: z.number().int(),
  duplicates: z.number().int(),
  /** The rest of the batch is kept. */
  rejected: z.array(
    z.object({
      index: z.number().int(),
      id: z.string().nullable(),
      reason: z.string(),
    }),
  ),
});
export type IngestReply = z.output<typeof ingestReplySchema>;

export const importReplySchema = ingestReplySchema.extend({
  lines: z.number().int(),
});

/** Why an event could not be used; it is kept and can be replayed. */
export const rejectionCodeSchema = z.enum([
  'malformed',
  'unsupported-type',
  'missing-time',
  'future-time',
  'too-old',
  'too-large',
  'missing-field',
  'failed',
]);

export const rejectedEventSchema = z.object({
  id: z.string(),
  source: z.string(),
  deliveryId: z.string().nullable(),
  type: z.string().nullable(),
  code: rejectionCodeSchema,
  reason: z.string(),
  attempts: z.number().int(),
  receivedAt: instantSchema,
  payload: z.unknown(),
});

/** What waits for somebody to say what it is. */
export const triageItemSchema = z.object({
  id: z.string(),
  kind: z.enum(['service', 'environment']),
  source: z.string(),
  /** As the source calls it. */
  name: z.string(),
  events: z.number().int(),
  firstSeenAt: instantSchema,
  lastSeenAt: instantSchema,
  /** A likely answer with its reason; never applied by itself. */
  suggestion: z.object({ value: z.string(), reason: z.string() }).nullable(),
});
export type TriageItem = z.output<typeof triageItemSchema>;

export const mappingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('service'),
    /** `*` is every source. */
    source: z.string().max(100).default('*'),
    name: z.string().min(1).max(500),
    /** null: not one of ours, ignore it. */
    service: entityRefSchema.nullable(),
  }),
  z.object({
    kind: z.literal('environment'),
    source: z.string().max(100).default('*'),
    name: z.string().min(1).max(500),
    tier: tierSchema.exclude(['unknown']),
  }),
]);
export type Mapping = z.output<typeof mappingSchema>;

export const storedMappingSchema = z.object({
  id: z.string(),
  mapping: mappingSchema,
  decidedBy: z.string(),
  decidedAt: instantSchema,
  /** Events that it attributes. */
  events: z.number().int(),
});

export const qualitySchema = z.object({
  services: z.object({
    total: z.number().int(),
    withDeployments: z.number().int(),
    withChanges: z.number().int(),
    withIncidents: z.number().int(),
  }),
  /** Catalog services of which nothing arrived in the last 90 days. */
  silentServices: z.array(entityRefSchema),
  links: z.array(
    z.object({
      link: z.enum(['change', 'incident']),
      method: z.string(),
      count: z.number().int(),
    }),
  ),
  unlinkedIncidents: z.number().int(),
  sources: z.array(
    z.object({
      source: z.string(),
      events: z.number().int(),
      rejected: z.number().int(),
      lastReceivedAt: instantSchema,
    }),
  ),
});

export const rebuildSchema = z.object({
  state: z.enum(['idle', 'running', 'failed']),
  startedAt: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
  done: z.number().int(),
  total: z.number().int(),
  error: z.string().nullable(),
});
