import type {
  Change,
  Deployment,
  Incident,
  TriageItem,
} from '@waymark/plugin-dora-common';
import type { DoraApi } from '../api/doraApi';
import {
  exampleChange,
  exampleDeployment,
  exampleEvent,
  exampleIncident,
  exampleMetrics,
  exampleTriage,
} from './examples';

interface Call {
  name: string;
  input: unknown;
}

const pageOf = <T>(items: T[]) => ({ items, nextCursor: null });

/** Answers from memory, the way the backend does, and remembers what it was asked. */
export class FakeDoraApi implements DoraApi {
  readonly calls: Call[] = [];
  deployments: Deployment[] = [exampleDeployment];
  changes: Change[] = [exampleChange];
  incidents: Incident[] = [exampleIncident];
  triage: TriageItem[] = [exampleTriage];
  failure: Error | undefined;

  /** The newest call of an operation. */
  lastCall(name: keyof DoraApi) {
    return this.calls.filter(call => call.name === name).at(-1)?.input;
  }

  getMetrics: DoraApi['getMetrics'] = input =>
    this.#answer('getMetrics', input, () => exampleMetrics);

  getDistribution: DoraApi['getDistribution'] = input =>
    this.#answer('getDistribution', input, () => ({
      metric: 'leadTime',
      n: 11,
      p50: 432_000,
      p75: 518_400,
      p90: 777_600,
      buckets: [
        { from: 0, to: 432_000, count: 5 },
        { from: 432_000, to: 864_000, count: 6 },
      ],
    }));

  getHealth: DoraApi['getHealth'] = input =>
    this.#answer('getHealth', input, () => ({
      items: input.query.service.map(service => ({
        service,
        lastDeployment: {
          id: exampleDeployment.id,
          finishedAt: exampleDeployment.finishedAt,
          version: exampleDeployment.version,
          failed: false,
        },
        openIncidents: 1,
        changeFailRate: {
          value: 0.25,
          low: 0.05,
          high: 0.7,
          total: 4,
          failed: 1,
        },
        deploymentsLast28Days: 4,
      })),
    }));

  listDeployments: DoraApi['listDeployments'] = input =>
    this.#answer('listDeployments', input, () =>
      pageOf(
        this.deployments.filter(
          ({ failed }) =>
            input.query.failed === undefined ||
            String(failed) === input.query.failed,
        ),
      ),
    );

  listChanges: DoraApi['listChanges'] = input =>
    this.#answer('listChanges', input, () => pageOf(this.changes));

  listIncidents: DoraApi['listIncidents'] = input =>
    this.#answer('listIncidents', input, () => pageOf(this.incidents));

  getDeployment: DoraApi['getDeployment'] = input =>
    this.#answer('getDeployment', input, () => ({
      deployment: this.deployments[0],
      previous: null,
      recoveredBy: null,
      changes: this.changes,
      incidents: this.incidents,
      events: [exampleEvent],
    }));

  getChange: DoraApi['getChange'] = input =>
    this.#answer('getChange', input, () => ({
      change: this.changes[0],
      commitShas: ['aaaaaaaaaaaa', 'bbbbbbbbbbbb'],
      deployment: this.deployments[0],
      events: [exampleEvent],
    }));

  getIncident: DoraApi['getIncident'] = input =>
    this.#answer('getIncident', input, () => ({
      incident: this.incidents[0],
      cause: null,
      candidates: this.deployments,
      events: [exampleEvent],
    }));

  getEvent: DoraApi['getEvent'] = input =>
    this.#answer('getEvent', input, () => exampleEvent);

  setIncidentCause: DoraApi['setIncidentCause'] = input =>
    this.#answer('setIncidentCause', input, () => {
      const causeId = input.body.deploymentId;
      this.incidents = [
        {
          ...this.incidents[0],
          causeId,
          link: {
            method: 'override',
            confidence: 1,
            decidedBy: 'user:default/me',
            decidedAt: '2026-03-15T10:00:00Z',
          },
        },
      ];
      return this.incidents[0];
    });

  clearIncidentCause: DoraApi['clearIncidentCause'] = input =>
    this.#answer('clearIncidentCause', input, () => this.incidents[0]);

  setDeploymentClassification: DoraApi['setDeploymentClassification'] = input =>
    this.#answer(
      'setDeploymentClassification',
      input,
      () => this.deployments[0],
    );

  clearDeploymentClassification: DoraApi['clearDeploymentClassification'] =
    input =>
      this.#answer(
        'clearDeploymentClassification',
        input,
        () => this.deployments[0],
      );

  listTriage: DoraApi['listTriage'] = input =>
    this.#answer('listTriage', input, () => pageOf(this.triage));

  listMappings: DoraApi['listMappings'] = input =>
    this.#answer('listMappings', input, () => pageOf([]));

  previewMapping: DoraApi['previewMapping'] = input =>
    this.#answer('previewMapping', input, () => ({
      events: 42,
      services: ['component:default/orders'],
      from: '2026-03-01',
      to: '2026-03-11',
    }));

  putMapping: DoraApi['putMapping'] = input =>
    this.#answer('putMapping', input, () => {
      this.triage = [];
      return {
        id: 'map-1',
        mapping: {
          kind: 'environment',
          source: 'github',
          name: 'live-eu',
          tier: 'production',
        },
        decidedBy: 'user:default/me',
        decidedAt: '2026-03-15T10:00:00Z',
        events: 42,
      };
    });

  deleteMapping: DoraApi['deleteMapping'] = input =>
    this.#answer('deleteMapping', input, () => null);

  listRejected: DoraApi['listRejected'] = input =>
    this.#answer('listRejected', input, () => pageOf([]));

  replayRejected: DoraApi['replayRejected'] = input =>
    this.#answer('replayRejected', input, () => ({ queued: 0 }));

  getQuality: DoraApi['getQuality'] = input =>
    this.#answer('getQuality', input, () => ({
      services: {
        total: 10,
        withDeployments: 8,
        withChanges: 9,
        withIncidents: 3,
      },
      silentServices: [],
      links: [{ link: 'change', method: 'commit-range', count: 90 }],
      unlinkedIncidents: 2,
      sources: [],
    }));

  async #answer<T>(name: string, input: unknown, answer: () => T): Promise<T> {
    this.calls.push({ name, input });
    if (this.failure) throw this.failure;
    return answer();
  }
}
