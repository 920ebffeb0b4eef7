import type { ContractHandlers } from '@waymark/contract-node';
import { PayloadTooLargeError } from '@waymark/contract-node';
import type { doraContract } from '@waymark/plugin-dora-common';
import type { JsonValue } from '@backstage/types';
import type { DecisionService } from '../decisions/DecisionService';
import type { ImportService } from '../ingest/ImportService';
import type { IngestService } from '../ingest/IngestService';
import type { SourceRegistry } from '../ingest/SourceRegistry';
import type { DetailReader } from '../reads/DetailReader';
import type { DistributionReader } from '../reads/DistributionReader';
import type { HealthReader } from '../reads/HealthReader';
import type { ListReader } from '../reads/ListReader';
import type { MetricsReader } from '../reads/MetricsReader';
import type { RebuildService } from '../rebuild/RebuildService';
import { assertSender } from './assertSender';
import { createTriageHandlers, type TriageServices } from './triageHandlers';
import {
  toChange,
  toDeployment,
  toIncident,
  toRawEvent,
  type Moment,
} from '../reads/toApi';
import { toRebuild } from './toRebuild';

const MAX_EVENTS = 1_000;
/** What `POST /events` speaks. */
const OWN_FORMAT = 'cdevents';

export interface HandlerServices extends TriageServices {
  sources: SourceRegistry;
  ingest: IngestService;
  importer: ImportService;
  metrics: MetricsReader;
  distribution: DistributionReader;
  health: HealthReader;
  lists: ListReader;
  details: DetailReader;
  decisions: DecisionService;
  rebuild: RebuildService;
  moment: () => Moment;
}

/** What comes from the configuration alone. */
export interface HandlerSettings {
  senders: readonly string[] | undefined;
}

/** Maps the contract to services. */
export function createHandlers(
  services: HandlerServices & HandlerSettings,
): ContractHandlers<typeof doraContract> {
  const { decisions, details, ingest, lists, moment, rebuild } = services;
  return {
    ...createTriageHandlers(services),

    createEvents: async ({ body, headers, credentials }) => {
      assertSender(credentials, services.senders);
      if (Array.isArray(body) && body.length > MAX_EVENTS) {
        throw new PayloadTooLargeError(
          `body: ${body.length} events at once; send at most ${MAX_EVENTS}`,
        );
      }
      const request = {
        headers: headers as Record<string, string | undefined>,
        rawBody: Buffer.alloc(0),
        body: (body ?? null) as JsonValue,
      };
      const source = services.sources.get(OWN_FORMAT);
      return ingest.take({ source, request }, 'live');
    },
    importEvents: async ({ query, stream }) => {
      if (!stream) {
        throw new Error('The contract promises a stream');
      }
      return services.importer.take(stream, query.origin);
    },

    getMetrics: ({ query, credentials }) =>
      services.metrics.read(query, credentials),
    getDistribution: ({ query, credentials }) =>
      services.distribution.read(query, credentials),
    getHealth: async ({ query }) => ({
      items: await services.health.read(query.service),
    }),

    listDeployments: ({ query, credentials }) =>
      lists.deployments(query, credentials),
    listChanges: ({ query, credentials }) => lists.changes(query, credentials),
    listIncidents: ({ query, credentials }) =>
      lists.incidents(query, credentials),

    getDeployment: async ({ params }) => {
      const found = await details.deployment(params.id);
      const now = moment();
      return {
        deployment: toDeployment(found.deployment, now),
        previous: found.previous && toDeployment(found.previous, now),
        recoveredBy: found.recoveredBy && toDeployment(found.recoveredBy, now),
        changes: found.changes.map(toChange),
        incidents: found.incidents.map(toIncident),
        events: found.events.map(toRawEvent),
      };
    },
    getChange: async ({ params, query }) => {
      const found = await details.change(params.id, query.service);
      return {
        change: toChange(found.change),
        commitShas: found.change.commit_shas,
        deployment:
          found.deployment && toDeployment(found.deployment, moment()),
        events: found.events.map(toRawEvent),
      };
    },
    getIncident: async ({ params }) => {
      const found = await details.incident(params.id);
      const now = moment();
      return {
        incident: toIncident(found.incident),
        cause: found.cause && toDeployment(found.cause, now),
        candidates: found.candidates.map(row => toDeployment(row, now)),
        events: found.events.map(toRawEvent),
      };
    },
    getEvent: async ({ params }) => toRawEvent(await details.event(params.id)),

    setIncidentCause: async ({ params, body, credentials }) =>
      toIncident(await decisions.decideCause(params.id, body, credentials)),
    clearIncidentCause: async ({ params, credentials }) =>
      toIncident(await decisions.decideCause(params.id, null, credentials)),
    setDeploymentClassification: async ({ params, body, credentials }) =>
      toDeployment(
        await decisions.classify(params.id, body, credentials),
        moment(),
      ),
    clearDeploymentClassification: async ({ params, credentials }) =>
      toDeployment(
        await decisions.classify(params.id, null, credentials),
        moment(),
      ),

    startRebuild: async () => toRebuild(await rebuild.start()),
    getRebuild: async () => toRebuild(await rebuild.state()),
  };
}
