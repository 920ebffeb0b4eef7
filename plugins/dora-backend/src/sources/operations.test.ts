import * as fixtures from './__fixtures__/operations';
import {
  observationsOf,
  refusalsOf,
  requestOf,
} from './__testUtils__/requests';
import { alertmanagerSource } from './alertmanager/alertmanagerSource';
import { argocdSource } from './argocd/argocdSource';
import { fluxSource } from './flux/fluxSource';
import { genericSource } from './generic/genericSource';
import { createIncidentIoSource } from './incident-io/incidentIoSource';
import { pagerdutySource } from './pagerduty/pagerdutySource';

const SHA = '53e28ff20cc530b9ada2173fbbd64d48338583ba';

describe('Argo CD', () => {
  it('ends a sync', () => {
    expect(observationsOf(argocdSource, fixtures.argocd('Succeeded'))).toEqual([
      {
        kind: 'deployment',
        key: 'argocd/orders-prod-eu@2026-05-15T10:00:00.000Z',
        at: new Date('2026-05-15T10:04:00Z'),
        service: 'component:default/orders',
        environment: 'prod-eu',
        startedAt: new Date('2026-05-15T10:00:00Z'),
        finishedAt: new Date('2026-05-15T10:04:00Z'),
        result: 'success',
        commitSha: SHA,
        version: `sha256:${'c'.repeat(64)}`,
        releaseId: 'r-7',
        url: 'https://argocd.example.com/applications/orders-prod-eu',
      },
    ]);
  });

  it.each([
    ['Failed', 'failure'],
    ['Error', 'failure'],
  ])('%s is a %s', (phase, result) => {
    expect(observationsOf(argocdSource, fixtures.argocd(phase))).toMatchObject([
      { result },
    ]);
  });

  it('runs', () => {
    const [observation] = observationsOf(
      argocdSource,
      fixtures.argocd('Running'),
    );
    expect(observation).not.toHaveProperty('result');
    expect(observation).not.toHaveProperty('finishedAt');
  });

  it('takes the place for the environment where nothing names it', () => {
    const event = fixtures.argocd('Succeeded');
    const metadata = { name: 'orders' };
    expect(
      observationsOf(argocdSource, {
        ...event,
        app: { ...event.app, metadata },
      }),
    ).toMatchObject([
      { service: 'orders', environment: 'https://k8s.example.com' },
    ]);
  });
});

describe('Flux', () => {
  it.each([
    ['ReconciliationSucceeded', 'success'],
    ['ReconciliationFailed', 'failure'],
    ['HealthCheckFailed', 'failure'],
  ])('%s is a %s', (reason, result) => {
    expect(observationsOf(fluxSource, fixtures.flux(reason))).toMatchObject([
      {
        kind: 'deployment',
        service: 'orders',
        environment: 'prod-eu',
        commitSha: SHA,
        result,
        finishedAt: new Date('2026-05-15T10:04:00Z'),
      },
    ]);
  });

  it('reads revisions of older versions, and of charts', () => {
    const revised = (revision: string) =>
      observationsOf(fluxSource, {
        ...fixtures.flux('UpgradeSucceeded'),
        metadata: { 'helm.toolkit.fluxcd.io/revision': revision },
      })[0];
    expect(revised(`main/${SHA}`)).toMatchObject({ commitSha: SHA });
    const chart = revised(`6.5.0@sha256:${'d'.repeat(64)}`);
    expect(chart).toMatchObject({
      version: '6.5.0',
      environment: 'production',
    });
    expect(chart).not.toHaveProperty('commitSha');
  });

  it('says nothing about progress', () => {
    expect(observationsOf(fluxSource, fixtures.flux('Progressing'))).toEqual(
      [],
    );
  });
});

describe('Alertmanager', () => {
  it('opens and resolves an incident for each alert', () => {
    expect(
      observationsOf(
        alertmanagerSource,
        fixtures.alertmanager('firing', 'resolved'),
      ),
    ).toMatchObject([
      {
        key: 'fingerprint-0@2026-05-15T10:30:00.123Z',
        state: 'detected',
        service: 'orders',
        environment: 'prod-eu',
        severity: 'critical',
        at: new Date('2026-05-15T10:30:00.123Z'),
      },
      { key: 'fingerprint-1@2026-05-15T10:30:00.123Z', state: 'detected' },
      { state: 'resolved', at: new Date('2026-05-15T11:30:00Z') },
    ]);
  });

  it('refuses an alert by itself', () => {
    const body = fixtures.alertmanager('firing');
    const broken = { ...body.alerts[0], startsAt: undefined };
    const receptions = alertmanagerSource.receive(
      requestOf({ ...body, alerts: [broken, body.alerts[0]] }),
    );
    expect(receptions.map(part => 'event' in part)).toEqual([false, true]);
    expect(
      refusalsOf(alertmanagerSource, { ...body, alerts: [broken] }),
    ).toEqual([{ code: 'missing-time', message: 'startsAt: is missing' }]);
  });
});

describe('PagerDuty', () => {
  const said = (type: string, at = '2026-05-15T19:00:00Z') =>
    observationsOf(pagerdutySource, fixtures.pagerduty(type, at));

  it('triggers, resolves and reopens', () => {
    const detected = {
      key: 'PGR0VU2',
      state: 'detected',
      service: 'PF9KMXH',
      severity: 'p1',
      at: new Date('2026-05-15T18:00:00Z'),
    };
    expect(said('incident.triggered')).toMatchObject([detected]);
    expect(said('incident.resolved')).toMatchObject([
      detected,
      { state: 'resolved', at: new Date('2026-05-15T19:00:00Z') },
    ]);
    expect(said('incident.reopened')).toMatchObject([
      detected,
      { state: 'reopened', at: new Date('2026-05-15T19:00:00Z') },
    ]);
  });

  it('forgets the test of a connection', () => {
    expect(said('pagey.ping')).toEqual([]);
  });
});

describe('incident.io', () => {
  const source = createIncidentIoSource(() => new Date());
  const said = (category: string) =>
    observationsOf(source, fixtures.incidentIo(category));

  it('reads custom fields and timestamps', () => {
    expect(said('closed')).toMatchObject([
      {
        key: '01FDAG4SAP5TYPT98WGR2N7W91',
        state: 'detected',
        service: 'orders',
        severity: 'major',
        impactStartAt: new Date('2026-05-15T13:00:00Z'),
        mitigatedAt: new Date('2026-05-15T14:30:00Z'),
        at: new Date('2026-05-15T13:28:57.801Z'),
      },
      { state: 'resolved', at: new Date('2026-05-15T15:00:00Z') },
    ]);
    expect(said('live')).toMatchObject([
      { state: 'detected' },
      { state: 'updated' },
    ]);
    expect(said('declined')).toEqual([]);
  });

  it('forgets what is no incident', () => {
    expect(
      source.receive(requestOf({ event_type: 'public_alert.created' })),
    ).toEqual([]);
  });
});

describe('generic JSON', () => {
  it('is a deployment, a change or an incident', () => {
    expect(
      observationsOf(genericSource, [
        fixtures.generic,
        {
          kind: 'change',
          id: 7,
          repository: 'acme/orders',
          mergedAt: '2026-05-15T09:00:00Z',
        },
        {
          kind: 'incident',
          id: 'i1',
          service: 'orders',
          detectedAt: '2026-05-15T10:00:00Z',
          resolvedAt: '2026-05-15T11:00:00Z',
        },
      ]),
    ).toMatchObject([
      {
        kind: 'deployment',
        key: 'deploy-4711',
        result: 'success',
        reportedKind: 'rollback',
        finishedAt: new Date('2026-05-15T10:04:00Z'),
      },
      { kind: 'change', key: '7', state: 'merged' },
      { kind: 'incident', key: 'i1', state: 'detected' },
      { kind: 'incident', state: 'resolved' },
    ]);
  });

  it.each([
    [
      { ...fixtures.generic, kind: 'release' },
      'unsupported-type',
      'kind: must',
    ],
    [{ ...fixtures.generic, id: null }, 'malformed', 'id:'],
    [
      { ...fixtures.generic, service: undefined },
      'missing-field',
      'service: is missing',
    ],
    [
      { ...fixtures.generic, finishedAt: undefined },
      'missing-time',
      'finishedAt: is missing',
    ],
  ])('%# is refused', (body, code, message) => {
    expect(refusalsOf(genericSource, body)).toEqual([
      { code, message: expect.stringContaining(message) },
    ]);
  });
});
