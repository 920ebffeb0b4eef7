import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  component,
  deployed,
  group,
  incident,
  merged,
  testDora,
} from '../__testUtils__/testDora';
import { createTriageHandlers } from '../router/triageHandlers';

const context = {
  params: undefined,
  body: undefined,
  credentials: mockCredentials.user('user:default/jane'),
  signal: new AbortController().signal,
  headers: {},
};

jest.setTimeout(60_000);

describe('names that nobody knows', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  async function start(options: Parameters<typeof testDora>[1] = {}) {
    const dora = await testDora(await databases.init('POSTGRES_18'), options);
    const handlers = createTriageHandlers(dora);
    const list = async () => {
      const { items } = await handlers.listTriage({
        ...context,
        query: { limit: 50 },
      });
      return items.map(({ kind, source, name, events }) => ({
        kind,
        source,
        name,
        events,
      }));
    };
    return { ...dora, handlers, list };
  }

  it('wait in triage and count nowhere, until they are mapped; then every figure follows', async () => {
    const dora = await start();
    await dora.send([
      deployed('a', '2026-06-10T00:00:00Z', { environment: 'eu-1' }),
      deployed('b', '2026-06-11T00:00:00Z', { service: 'Legacy/Shop' }),
      deployed('c', '2026-06-12T00:00:00Z', { service: 'legacy/shop' }),
      incident('i', '2026-06-12T01:00:00Z', 'detected', {
        service: 'legacy/shop',
      }),
    ]);
    await dora.settle();
    expect((await dora.metricsOf()).deploymentFrequency.n).toBe(0);
    expect(await dora.list()).toEqual([
      { kind: 'environment', source: 'cdevents', name: 'eu-1', events: 1 },
      { kind: 'service', source: 'cdevents', name: 'legacy/shop', events: 3 },
    ]);

    const mapping = {
      kind: 'service' as const,
      source: '*',
      name: 'Legacy/Shop ',
      service: 'component:default/payments',
    };
    expect(await dora.mappings.preview(mapping)).toEqual({
      events: 3,
      services: ['component:default/payments'],
      from: '2026-06-11',
      to: '2026-06-12',
    });
    expect(await dora.list()).toHaveLength(2);

    const stored = await dora.handlers.putMapping({
      ...context,
      body: mapping,
      query: undefined,
    });
    expect(stored).toMatchObject({
      decidedBy: 'user:default/jane',
      events: 3,
      mapping: { name: 'Legacy/Shop' },
    });
    await dora.settle();
    expect(
      await dora.metricsOf({ scope: 'component:default/payments' }),
    ).toMatchObject({
      deploymentFrequency: { n: 2 },
      changeFailRate: { failed: 1 },
    });

    await dora.mappings.put(
      {
        kind: 'environment',
        source: 'cdevents',
        name: 'EU-1',
        tier: 'production',
      },
      context.credentials,
    );
    await dora.settle();
    expect((await dora.metricsOf()).deploymentFrequency.n).toBe(3);
    expect(await dora.list()).toEqual([]);

    await dora.mappings.delete(stored.id);
    await dora.settle();
    expect((await dora.metricsOf()).deploymentFrequency.n).toBe(1);
    expect(await dora.list()).toHaveLength(1);
    await expect(dora.mappings.delete(stored.id)).rejects.toThrow('no mapping');
  });

  it('a mapping touches only what has the name', async () => {
    const dora = await start();
    await dora.send([
      deployed('a', '2026-06-10T00:00:00Z', { environment: 'eu-1' }),
      deployed('b', '2026-06-11T00:00:00Z'),
      deployed('c', '2026-06-12T00:00:00Z', { environment: 'eu-2' }),
    ]);
    await dora.settle();
    await dora.mappings.put(
      { kind: 'environment', source: '*', name: 'eu-1', tier: 'staging' },
      context.credentials,
    );
    const { rows } = await dora.knex.raw('SELECT fact_id FROM dirty_fact');
    expect(rows).toHaveLength(1);
  });

  it('a mapping to nobody ends the question', async () => {
    const dora = await start();
    await dora.send([
      deployed('a', '2026-06-10T00:00:00Z', { service: 'robot' }),
    ]);
    await dora.settle();
    await dora.mappings.put(
      { kind: 'service', source: '*', name: 'robot', service: null },
      context.credentials,
    );
    await dora.settle();
    expect(await dora.list()).toEqual([]);
    expect((await dora.metricsOf()).deploymentFrequency.n).toBe(0);
  });

  it('a person stands over the catalog, and only services of the catalog can be named', async () => {
    const dora = await start();
    await dora.send([
      deployed('a', '2026-06-10T00:00:00Z', { service: 'acme/orders' }),
    ]);
    await dora.settle();
    const n = async (name: string) =>
      (await dora.metricsOf({ scope: `component:default/${name}` }))
        .deploymentFrequency.n;
    expect(await n('orders')).toBe(1);

    await dora.mappings.put(
      {
        kind: 'service',
        source: 'cdevents',
        name: 'acme/orders',
        service: 'component:default/payments',
      },
      context.credentials,
    );
    await dora.settle();
    expect([await n('orders'), await n('payments')]).toEqual([0, 1]);
    await expect(
      dora.mappings.put(
        {
          kind: 'service',
          source: '*',
          name: 'x',
          service: 'component:default/nobody',
        },
        context.credentials,
      ),
    ).rejects.toThrow('body.service: there is no component:default/nobody');
  });

  it('suggests, but does not apply, what is likely', async () => {
    const dora = await start();
    await dora.send([
      deployed('a', '2026-06-10T00:00:00Z', {
        service: 'k8s/payments',
        environment: 'Build bicep prod',
      }),
    ]);
    await dora.settle();
    const { items } = await dora.handlers.listTriage({
      ...context,
      query: { limit: 50 },
    });
    expect(items.map(({ suggestion }) => suggestion)).toEqual([
      { value: 'production', reason: "Its name contains 'prod'" },
      {
        value: 'component:default/payments',
        reason: "It is the only component named 'payments'",
      },
    ]);
    expect((await dora.metricsOf()).deploymentFrequency.n).toBe(0);
  });

  it('a service that the catalog learns of later gets what it delivered before', async () => {
    const knex = await databases.init('POSTGRES_18');
    const early = await testDora(knex, { entities: [group('shop')] });
    await early.send([
      deployed('a', '2026-06-10T00:00:00Z'),
      merged('1', '2026-06-09T00:00:00Z'),
    ]);
    await early.settle();
    expect((await early.metricsOf()).deploymentFrequency.n).toBe(0);

    const late = await testDora(knex, { migrated: true });
    await late.settle();
    expect(await late.metricsOf({ scope: 'group:default/shop' })).toMatchObject(
      { deploymentFrequency: { n: 1 } },
    );
  });

  it('a team keeps what it delivered when a service moves', async () => {
    const knex = await databases.init('POSTGRES_18');
    let now = new Date('2026-06-15T00:00:00Z');
    const entities = (owner: string) => [
      group('shop'),
      group('bank'),
      component('orders', { owner: `group:default/${owner}` }),
    ];
    const before = await testDora(knex, {
      entities: entities('shop'),
      now: () => now,
    });
    await before.send([deployed('a', '2026-06-10T00:00:00Z')]);
    await before.settle();
    const after = await testDora(knex, {
      entities: entities('bank'),
      now: () => now,
      migrated: true,
    });
    now = new Date('2026-06-30T00:00:00Z');
    await after.send([
      deployed('b', '2026-06-20T00:00:00Z'),
      deployed('c', '2026-06-21T00:00:00Z'),
    ]);
    await after.settle();

    const n = async (team: string, ownership: 'then' | 'now') =>
      (await after.metricsOf({ scope: `group:default/${team}`, ownership }))
        .deploymentFrequency.n;
    expect([await n('shop', 'then'), await n('bank', 'then')]).toEqual([1, 2]);
    expect([await n('shop', 'now'), await n('bank', 'now')]).toEqual([0, 3]);
  });

  it('tells how complete the data is', async () => {
    const dora = await start();
    await dora.send([
      deployed('a', '2026-06-10T00:00:00Z'),
      merged('1', '2026-06-09T00:00:00Z', { openedAt: '2026-06-08T00:00:00Z' }),
      deployed('b', '2026-06-11T00:00:00Z'),
      incident('i', '2026-06-11T01:00:00Z', 'detected'),
      incident('j', '2026-06-20T01:00:00Z', 'detected'),
      { id: 'bad', says: [] },
    ]);
    await dora.settle();
    expect(await dora.quality.read()).toEqual({
      services: {
        total: 2,
        withDeployments: 1,
        withChanges: 1,
        withIncidents: 1,
      },
      silentServices: ['component:default/payments'],
      links: expect.arrayContaining([
        { link: 'change', method: 'merge-window', count: 1 },
        { link: 'incident', method: 'last-before', count: 1 },
      ]),
      unlinkedIncidents: 1,
      sources: [
        {
          source: 'cdevents',
          events: 5,
          rejected: 1,
          lastReceivedAt: '2026-06-30T12:00:00.000Z',
        },
      ],
    });
  });
});
