import {
  changeMerged,
  incidentDetected,
  incidentResolved,
  runFailed,
  serviceDeployed,
  serviceDeployed04,
} from '../__fixtures__/cdevents';
import {
  eventsOf,
  observationsOf,
  refusalsOf,
  requestOf,
} from '../__testUtils__/requests';
import { cdeventsSource } from './cdeventsSource';

const cloudEvent = (data: unknown) => ({
  specversion: '1.0',
  id: 'envelope',
  source: '/bus',
  type: 'dev.cdevents.service.deployed.0.3.0',
  data: data as string,
});

describe('a deployment', () => {
  it('says what the standard and customData say', () => {
    expect(observationsOf(cdeventsSource, serviceDeployed)).toEqual([
      {
        kind: 'deployment',
        key: '/ci/acme/prod-eu#271069a8-fc18-44f1-b38f-9d70a1695819',
        at: new Date('2026-05-20T14:27:05.315Z'),
        service: 'component:default/payments',
        environment: 'prod-eu',
        startedAt: new Date('2026-05-20T14:20:00Z'),
        finishedAt: new Date('2026-05-20T14:27:05Z'),
        result: 'success',
        commitSha: '9f2c4b7a1d3e5f60718293a4b5c6d7e8f9012345',
        version: serviceDeployed.subject.content.artifactId,
        unplanned: false,
        remediates: '5328c37f-bb7e-4bb7-84ea-9f5f85e4a7ce',
        releaseId: 'release-42',
        changeKeys: ['acme/payments#7', 'acme/payments#8'],
        url: 'https://ci.acme.example/run/42',
      },
    ]);
  });

  it('of 0.4 without customData is a success when it was announced', () => {
    expect(observationsOf(cdeventsSource, serviceDeployed04)).toEqual([
      {
        kind: 'deployment',
        key: '/ci/acme#b2f3',
        at: new Date('2026-05-20T14:27:05Z'),
        service: 'payments',
        environment: 'production',
        finishedAt: new Date('2026-05-20T14:27:05Z'),
        result: 'success',
        version: 'pkg:npm/p@1.2',
      },
    ]);
  });

  it('is a rollback when the type says so, and upgrades are deployments', () => {
    const typed = (predicate: string) =>
      observationsOf(cdeventsSource, {
        ...serviceDeployed,
        context: {
          ...serviceDeployed.context,
          type: `dev.cdevents.service.${predicate}.0.3.0-draft`,
        },
      });
    expect(typed('rolledback')).toMatchObject([{ reportedKind: 'rollback' }]);
    expect(typed('upgraded')[0]).not.toHaveProperty('reportedKind');
    expect(typed('published')).toEqual([]);
  });

  it('that failed is told by its pipeline run', () => {
    expect(observationsOf(cdeventsSource, runFailed)).toMatchObject([
      { kind: 'deployment', service: 'payments', result: 'failure' },
    ]);
    const { customData: _, ...build } = runFailed;
    expect(observationsOf(cdeventsSource, build)).toEqual([]);
    expect(
      observationsOf(cdeventsSource, {
        ...runFailed,
        subject: { id: 'run-42', content: { outcome: 'success' } },
      }),
    ).toEqual([]);
  });
});

it('reads changes', () => {
  expect(observationsOf(cdeventsSource, changeMerged)).toMatchObject([
    {
      kind: 'change',
      key: 'acme/payments#7',
      repository: 'acme/payments',
      service: 'component:default/payments',
      state: 'merged',
      firstCommitAt: new Date('2026-05-18T08:00:00Z'),
      mergedAt: new Date('2026-05-20T10:00:00Z'),
      labels: ['hotfix'],
      additions: 10,
    },
  ]);
});

it('reads incidents', () => {
  expect(
    observationsOf(cdeventsSource, [incidentDetected, incidentResolved]),
  ).toMatchObject([
    {
      key: 'incident-123',
      state: 'detected',
      service: 'component:default/payments',
      environment: 'prod-eu',
      severity: 'sev1',
      impactStartAt: new Date('2026-05-20T14:30:00Z'),
      causedBy: serviceDeployed.context.id,
    },
    {
      key: 'incident-123',
      state: 'resolved',
      at: new Date('2026-05-20T17:00:00Z'),
      mitigatedAt: new Date('2026-05-20T16:00:00Z'),
    },
  ]);
});

describe('the same event', () => {
  const [bare] = eventsOf(cdeventsSource, serviceDeployed);

  it.each([
    ['structured', cloudEvent(serviceDeployed), {}],
    ['structured, as text', cloudEvent(JSON.stringify(serviceDeployed)), {}],
    [
      'structured, in base64',
      {
        specversion: '1.0',
        data_base64: Buffer.from(JSON.stringify(serviceDeployed)).toString(
          'base64',
        ),
      },
      {},
    ],
    ['batch', [cloudEvent(serviceDeployed)], {}],
    ['binary', serviceDeployed, { 'ce-specversion': '1.0', 'ce-id': 'x' }],
  ])('in CloudEvents, %s', (_, body, headers) => {
    expect(eventsOf(cdeventsSource, body, headers)).toEqual([bare]);
  });
});

describe('what cannot be used', () => {
  it('is refused with the field and the rest of the batch is kept', () => {
    const { environment: _, ...content } = serviceDeployed.subject.content;
    const receptions = cdeventsSource.receive(
      requestOf([
        serviceDeployed,
        { ...serviceDeployed, subject: { id: 'payments', content } },
        changeMerged,
        'not an event',
      ]),
    );
    expect(receptions.map(part => 'event' in part)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it.each([
    [
      { ...serviceDeployed, subject: { id: 'x', content: {} } },
      'missing-field',
      'subject.content.environment: is missing',
    ],
    [
      {
        ...serviceDeployed,
        context: { ...serviceDeployed.context, timestamp: undefined },
      },
      'missing-time',
      'context.timestamp: is missing',
    ],
    [
      {
        ...serviceDeployed,
        context: { ...serviceDeployed.context, timestamp: '2026-05-20 14:27' },
      },
      'malformed',
      'context.timestamp: must be a time with its zone',
    ],
    [
      {
        ...serviceDeployed,
        context: { ...serviceDeployed.context, type: 'com.example.deployed' },
      },
      'unsupported-type',
      "'com.example.deployed' is not a CDEvents type",
    ],
    [
      { ...serviceDeployed, customData: { result: 'fine' } },
      'malformed',
      'customData.result:',
    ],
    [
      {
        ...incidentDetected,
        subject: { id: 'i', content: {} },
      },
      'missing-field',
      'subject.content.service.id: is missing',
    ],
  ])('%#', (body, code, message) => {
    expect(refusalsOf(cdeventsSource, body)).toEqual([
      { code, message: expect.stringContaining(message) },
    ]);
  });

  it('is a batch that is too large', () => {
    expect(() =>
      cdeventsSource.receive(requestOf(Array(1_001).fill(serviceDeployed))),
    ).toThrow('has 1001 events; send at most 1000');
  });
});
