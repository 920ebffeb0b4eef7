import { defineContract, defineEndpoint } from '@waymark/contract-common';
import { z } from 'zod';
import {
  doraDeploymentUpdatePermission,
  doraEventCreatePermission,
  doraImportPermission,
  doraIncidentUpdatePermission,
  doraMetricReadPermission,
  doraRebuildPermission,
  doraTriageReadPermission,
  doraTriageUpdatePermission,
} from './permissions';
import {
  entityRefSchema,
  intervalSchema,
  localDateSchema,
  pageOf,
  pageQuery,
  windowQuery,
} from './schemas/common';
import {
  changeDetailSchema,
  changeSchema,
  deploymentDetailSchema,
  deploymentSchema,
  incidentDetailSchema,
  incidentSchema,
  rawEventSchema,
} from './schemas/facts';
import {
  importReplySchema,
  ingestReplySchema,
  mappingSchema,
  qualitySchema,
  rebuildSchema,
  rejectedEventSchema,
  rejectionCodeSchema,
  storedMappingSchema,
  triageItemSchema,
} from './schemas/ingest';
import {
  distributionSchema,
  durationMetricSchema,
  healthSchema,
  metricsSchema,
} from './schemas/metrics';
import { doraWebhooks, MAX_INGEST_BYTES } from './webhooks';

const idParams = z.object({ id: z.string().min(1).max(100) });
const flag = z.enum(['true', 'false']).transform(value => value === 'true');
const reason = z
  .string()
  .trim()
  .min(3, 'say why, in three characters or more')
  .max(500);

/** Lists take a window like the figures do, so that a figure opens into its own list. */
const listQuery = {
  ...windowQuery,
  /** Local dates of one bar of a chart narrow the window. */
  ...pageQuery,
};

const INGEST_REQUESTS_PER_MINUTE = 12_000;

/** HTTP API of the `dora` plugin. */
export const doraContract = defineContract({
  pluginId: 'dora',
  title: 'Software delivery performance',
  version: '1.1.0',
  webhooks: doraWebhooks,
  endpoints: {
    createEvents: defineEndpoint({
      method: 'post',
      path: '/events',
      summary:
        'Takes CDEvents: bare, as CloudEvents (structured, binary or batch), or an array of up to 1,000',
      permission: doraEventCreatePermission,
      body: z.unknown(),
      contentTypes: [
        'application/cloudevents+json',
        'application/cloudevents-batch+json',
      ],
      maxBodyBytes: MAX_INGEST_BYTES,
      requestsPerMinute: INGEST_REQUESTS_PER_MINUTE,
      status: 202,
      response: ingestReplySchema,
      audit: { eventId: 'event-create', severity: 'low' },
    }),

    importEvents: defineEndpoint({
      method: 'post',
      path: '/import',
      summary:
        'Takes history of any length; the same again changes nothing, so a broken import is repeated as a whole',
      permission: doraImportPermission,
      query: z.object({
        origin: z.enum(['import', 'example']).default('import'),
      }),
      stream: {
        contentTypes: ['application/x-ndjson', 'application/jsonl'],
        summary:
          'One event a line: a CDEvent, a CloudEvent, or {"source": "github", "headers": {...}, "body": {...}} as the source itself sends it; gzip or plain',
      },
      status: 202,
      response: importReplySchema,
      audit: { eventId: 'event-import' },
    }),

    getMetrics: defineEndpoint({
      method: 'get',
      path: '/metrics',
      summary: 'The five delivery metrics of a scope in a window',
      permission: doraMetricReadPermission,
      query: z.object({
        ...windowQuery,
        interval: intervalSchema.default('week'),
      }),
      response: metricsSchema,
    }),
    getDistribution: defineEndpoint({
      method: 'get',
      path: '/distribution',
      summary: 'How a duration is distributed',
      permission: doraMetricReadPermission,
      query: z.object({ ...windowQuery, metric: durationMetricSchema }),
      response: distributionSchema,
    }),
    getHealth: defineEndpoint({
      method: 'get',
      path: '/health',
      summary: 'Delivery health of up to 100 services, for catalog pages',
      permission: doraMetricReadPermission,
      query: z.object({ service: z.array(entityRefSchema).min(1).max(100) }),
      response: z.object({ items: z.array(healthSchema) }),
    }),

    listDeployments: defineEndpoint({
      method: 'get',
      path: '/deployments',
      summary: 'Deployments of a scope in a window, newest first',
      permission: doraMetricReadPermission,
      query: z.object({
        ...listQuery,
        /** Only those that figures count. */
        counted: flag.optional(),
        failed: flag.optional(),
        unplanned: flag.optional(),
        /** Failed and not recovered. */
        open: flag.optional(),
        environment: z.string().max(200).optional(),
      }),
      response: pageOf(deploymentSchema),
    }),
    listChanges: defineEndpoint({
      method: 'get',
      path: '/changes',
      summary:
        'Changes that were deployed in a window (or are merged and wait), slowest first on request',
      permission: doraMetricReadPermission,
      query: z.object({
        ...listQuery,
        /** Only lead-time samples. */
        sample: flag.optional(),
        /** Merged in the window, not deployed yet. */
        undeployed: flag.optional(),
        deploymentId: z.string().max(100).optional(),
        sort: z
          .enum(['newest', 'lead', 'coding', 'pickup', 'review', 'deploy'])
          .default('newest'),
        /** Samples whose sorted duration lies in [min, max) seconds: one bar of a distribution. */
        minSeconds: z.coerce.number<number>().nonnegative().optional(),
        maxSeconds: z.coerce.number<number>().nonnegative().optional(),
      }),
      response: pageOf(changeSchema),
    }),
    listIncidents: defineEndpoint({
      method: 'get',
      path: '/incidents',
      summary: 'Incidents whose impact started in a window, newest first',
      permission: doraMetricReadPermission,
      query: z.object({
        ...listQuery,
        open: flag.optional(),
        linked: flag.optional(),
      }),
      response: pageOf(incidentSchema),
    }),
    getDeployment: defineEndpoint({
      method: 'get',
      path: '/deployments/:id',
      summary: 'A deployment with what it shipped, broke and came from',
      permission: doraMetricReadPermission,
      params: idParams,
      response: deploymentDetailSchema,
    }),
    getChange: defineEndpoint({
      method: 'get',
      path: '/changes/:id',
      summary: 'A change in a service, with its commits, deployment and events',
      permission: doraMetricReadPermission,
      params: idParams,
      query: z.object({ service: entityRefSchema.optional() }),
      response: changeDetailSchema,
    }),
    getIncident: defineEndpoint({
      method: 'get',
      path: '/incidents/:id',
      summary: 'An incident with its cause, what else could be it, and events',
      permission: doraMetricReadPermission,
      params: idParams,
      response: incidentDetailSchema,
    }),
    getEvent: defineEndpoint({
      method: 'get',
      path: '/events/:id',
      summary: 'An event as it came, without the names of people',
      permission: doraMetricReadPermission,
      params: idParams,
      response: rawEventSchema,
    }),

    setIncidentCause: defineEndpoint({
      method: 'put',
      path: '/incidents/:id/cause',
      summary: 'Decides which deployment caused an incident, or that none did',
      permission: doraIncidentUpdatePermission,
      params: idParams,
      body: z.object({
        /** A deployment of the same service; null: none did. */
        deploymentId: z.string().max(100).nullable(),
        reason,
      }),
      response: incidentSchema,
      audit: { eventId: 'incident-cause-set' },
    }),
    clearIncidentCause: defineEndpoint({
      method: 'delete',
      path: '/incidents/:id/cause',
      summary: 'Takes back a decision about the cause of an incident',
      permission: doraIncidentUpdatePermission,
      params: idParams,
      response: incidentSchema,
      audit: { eventId: 'incident-cause-clear' },
    }),
    setDeploymentClassification: defineEndpoint({
      method: 'put',
      path: '/deployments/:id/classification',
      summary: 'Decides what kind of deployment this was',
      permission: doraDeploymentUpdatePermission,
      params: idParams,
      body: z.object({
        kind: z.enum(['deploy', 'redeploy', 'rollback']).optional(),
        unplanned: z.boolean().optional(),
        failed: z.boolean().optional(),
        reason,
      }),
      response: deploymentSchema,
      audit: { eventId: 'deployment-classification-set' },
    }),
    clearDeploymentClassification: defineEndpoint({
      method: 'delete',
      path: '/deployments/:id/classification',
      summary: 'Takes back a decision about a deployment',
      permission: doraDeploymentUpdatePermission,
      params: idParams,
      response: deploymentSchema,
      audit: { eventId: 'deployment-classification-clear' },
    }),

    listTriage: defineEndpoint({
      method: 'get',
      path: '/triage',
      summary: 'Services and environments that nobody has mapped yet',
      permission: doraTriageReadPermission,
      query: z.object({
        ...pageQuery,
        kind: z.enum(['service', 'environment']).optional(),
      }),
      response: pageOf(triageItemSchema),
    }),
    listMappings: defineEndpoint({
      method: 'get',
      path: '/mappings',
      summary: 'What names of sources stand for',
      permission: doraTriageReadPermission,
      query: z.object(pageQuery),
      response: pageOf(storedMappingSchema),
    }),
    previewMapping: defineEndpoint({
      method: 'post',
      path: '/mappings/preview',
      summary: 'How many events a mapping would attribute, without doing it',
      permission: doraTriageReadPermission,
      body: mappingSchema,
      response: z.object({
        events: z.number().int(),
        services: z.array(entityRefSchema),
        /** Figures of these local dates would change. */
        from: localDateSchema.nullable(),
        to: localDateSchema.nullable(),
      }),
      audit: { eventId: 'mapping-preview', severity: 'low' },
    }),
    putMapping: defineEndpoint({
      method: 'put',
      path: '/mappings',
      summary: 'Says what a name stands for; every figure follows',
      permission: doraTriageUpdatePermission,
      body: mappingSchema,
      response: storedMappingSchema,
      audit: { eventId: 'mapping-put' },
    }),
    deleteMapping: defineEndpoint({
      method: 'delete',
      path: '/mappings/:id',
      summary: 'Takes back a mapping; its events go back to triage',
      permission: doraTriageUpdatePermission,
      params: idParams,
      response: z.null(),
      status: 204,
      audit: { eventId: 'mapping-delete' },
    }),
    listRejected: defineEndpoint({
      method: 'get',
      path: '/rejected',
      summary: 'Events that could not be used, with the reason, newest first',
      permission: doraTriageReadPermission,
      query: z.object({
        ...pageQuery,
        source: z.string().max(100).optional(),
        code: rejectionCodeSchema.optional(),
      }),
      response: pageOf(rejectedEventSchema),
    }),
    replayRejected: defineEndpoint({
      method: 'post',
      path: '/rejected/replay',
      summary: 'Tries rejected events again: some, or all of a source',
      permission: doraTriageUpdatePermission,
      body: z.object({
        ids: z.array(z.string().max(100)).max(1_000).optional(),
        source: z.string().max(100).optional(),
      }),
      status: 202,
      response: z.object({ queued: z.number().int() }),
      audit: { eventId: 'rejected-replay' },
    }),
    getQuality: defineEndpoint({
      method: 'get',
      path: '/quality',
      summary: 'How complete the data is, and how things were linked',
      permission: doraTriageReadPermission,
      response: qualitySchema,
    }),

    startRebuild: defineEndpoint({
      method: 'post',
      path: '/rebuild',
      summary: 'Derives everything from the raw events again',
      permission: doraRebuildPermission,
      status: 202,
      response: rebuildSchema,
      audit: { eventId: 'rebuild-start' },
    }),
    getRebuild: defineEndpoint({
      method: 'get',
      path: '/rebuild',
      summary: 'How far a rebuild is',
      permission: doraRebuildPermission,
      response: rebuildSchema,
    }),
  },
});
