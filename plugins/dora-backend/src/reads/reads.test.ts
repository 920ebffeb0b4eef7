import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import {
  component,
  deployed,
  group,
  incident,
  merged,
  testDora,
} from '../__testUtils__/testDora';
import { FreshnessReader } from './FreshnessReader';
import { MetricsReader } from './MetricsReader';
import { People } from './People';
import { ScopeResolver } from './ScopeResolver';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mockServices } from '@backstage/backend-test-utils';

const credentials = mockCredentials.service();
const pad = (n: number) => String(n).padStart(2, '0');

jest.setTimeout(60_000);

describe('reads', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  /** Two months of two services. */
  async function start() {
    const knex = await databases.init('POSTGRES_18');
    const entities = [
      group('company'),
      group('shop', 'company'),
      group('bank', 'company'),
      component('orders', { system: 'store' }),
      component('payments', { owner: 'group:default/bank', system: 'store' }),
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'System',
        metadata: { name: 'store', namespace: 'default' },
        spec: { owner: 'group:default/shop', domain: 'sales' },
      },
      {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Domain',
        metadata: { name: 'sales', namespace: 'default' },
        spec: { owner: 'group:default/shop' },
      },
    ];
    const dora = await testDora(knex, { entities });
    const events = [];
    for (const service of ['orders', 'payments']) {
      const ref = `component:default/${service}`;
      for (let n = 0; n < 60; n++) {
        const day = `2026-${n < 31 ? '05' : '06'}-${pad((n % 31) + 1)}`;
        events.push(
          merged(`${service}-${n}`, `${day}T08:00:00Z`, {
            service: ref,
            repository: `acme/${service}`,
            openedAt: `${day}T0${n % 7}:10:00Z`,
            firstReviewAt: `${day}T0${n % 7}:40:00Z`,
            firstCommitAt: `${day}T00:0${n % 9}:00Z`,
          }),
          deployed(`${service}-${n}`, `${day}T${pad(9 + (n % 5))}:00:00Z`, {
            service: ref,
          }),
        );
        if (n % 6 === 0) {
          events.push(
            incident(`${service}-${n}`, `${day}T14:00:00Z`, 'detected', {
              service: ref,
            }),
          );
          if (n % 12 === 0) {
            events.push(
              incident(
                `${service}-${n}`,
                `${day}T${pad(15 + (n % 8))}:00:00Z`,
                'resolved',
                { service: ref },
              ),
            );
          }
        }
      }
    }
    await dora.send(events);
    await dora.settle();
    return dora;
  }

  const window = { from: '2026-05-04', to: '2026-07-01' };

  it.each([
    ['the organisation', undefined, 116],
    ['a service', 'component:default/orders', 58],
    ['a team', 'group:default/bank', 58],
    ['a team with those below it', 'group:default/company', 116],
    ['a system', 'system:default/store', 116],
    ['a domain', 'domain:default/sales', 116],
    ['a person', 'user:default/jane', 0],
  ])('counts %s', async (_, scope, n) => {
    const dora = await start();
    const metrics = await dora.metricsOf({ ...window, scope });
    expect(metrics.deploymentFrequency.n).toBe(n > 0 ? n - (n / 58) * 1 : 0);
  });

  it('says the same from roll-ups as from samples: counts exactly, durations within 2 %', async () => {
    const dora = await start();
    const options = {
      ...dora,
      scopes: new ScopeResolver({
        ...dora,
        people: new People({
          auth: mockServices.auth(),
          catalog: catalogServiceMock(),
          userInfo: mockServices.userInfo(),
        }),
        now: () => new Date('2026-06-30T12:00:00Z'),
      }),
      freshness: new FreshnessReader({
        knex: dora.knex,
        now: () => new Date(),
      }),
      graceHours: 24,
      now: () => new Date('2026-06-30T12:00:00Z'),
    };
    const rolledUp = new MetricsReader({ ...options, maxExact: 0 });
    for (const interval of ['day', 'week', 'month'] as const) {
      for (const scope of [
        undefined,
        'component:default/orders',
        'system:default/store',
        'group:default/company',
      ]) {
        const query = {
          ...window,
          scope,
          interval,
          ownership: 'then' as const,
        };
        const exact = await dora.metrics.read(query, credentials);
        const rough = await rolledUp.read(query, credentials);
        expect([exact.leadTime.exact, rough.leadTime.exact]).toEqual([
          true,
          false,
        ]);
        expect(rough.deploymentFrequency).toEqual(exact.deploymentFrequency);
        expect(rough.changeFailRate).toEqual(exact.changeFailRate);
        expect(rough.reworkRate).toEqual(exact.reworkRate);
        expect(rough.deploymentJobs).toEqual(exact.deploymentJobs);
        expect(rough.recoveryTime.open).toBe(exact.recoveryTime.open);
        expect(exact.recoveryTime.open).toBeGreaterThan(0);
        const near = (a: number | null, b: number | null) =>
          expect(Math.abs((a ?? 0) - (b ?? 0))).toBeLessThanOrEqual(
            0.02 * (b ?? 0) + 1,
          );
        for (const name of ['leadTime', 'recoveryTime'] as const) {
          expect(rough[name].n).toBe(exact[name].n);
          near(rough[name].p50, exact[name].p50);
          near(rough[name].p90, exact[name].p90);
          for (const { interval: bounds, p50, n } of [
            rough[name],
            exact[name],
          ]) {
            expect(!bounds).toBe(n < 6);
            expect(bounds?.low ?? 0).toBeLessThanOrEqual(p50 ?? 0);
            expect(bounds?.high ?? Infinity).toBeGreaterThanOrEqual(p50 ?? 0);
          }
          near(
            rough[name].interval?.low ?? null,
            exact[name].interval?.low ?? null,
          );
          near(
            rough[name].interval?.high ?? null,
            exact[name].interval?.high ?? null,
          );
          rough[name].series.forEach((point, i) => {
            expect(point.n).toBe(exact[name].series[i].n);
            near(point.value, exact[name].series[i].value);
          });
        }
        for (const stage of ['coding', 'pickup', 'review', 'deploy'] as const) {
          near(
            rough.leadTime.stages[stage].p50,
            exact.leadTime.stages[stage].p50,
          );
          near(
            rough.leadTime.stages[stage].mean,
            exact.leadTime.stages[stage].mean,
          );
        }
      }
    }
  });

  it('a bar of a distribution opens into as many changes as it counts', async () => {
    const dora = await start();
    const { buckets, n } = await dora.distribution.read(
      { ...window, metric: 'leadTime', ownership: 'then' },
      credentials,
    );
    expect(buckets.reduce((sum, { count }) => sum + count, 0)).toBe(n);
    for (const { from, to, count } of buckets) {
      const page = await dora.lists.changes(
        {
          ...window,
          ownership: 'then',
          limit: 200,
          sort: 'lead',
          minSeconds: from,
          maxSeconds: to,
        },
        credentials,
      );
      expect(page.items).toHaveLength(count);
    }
  });

  it('pages through every list without a gap or a repetition', async () => {
    const dora = await start();
    const query = { ...window, ownership: 'then' as const, limit: 7 };
    type Load = (cursor?: string) => Promise<{
      items: { id: string; service: string }[];
      nextCursor: string | null;
    }>;
    const loads: [Load, number][] = [
      [
        cursor => dora.lists.deployments({ ...query, cursor }, credentials),
        114,
      ],
      [
        cursor =>
          dora.lists.deployments(
            { ...query, scope: 'group:default/bank', cursor },
            credentials,
          ),
        57,
      ],
      [
        cursor =>
          dora.lists.changes({ ...query, sort: 'newest', cursor }, credentials),
        114,
      ],
      [
        cursor =>
          dora.lists.changes({ ...query, sort: 'lead', cursor }, credentials),
        114,
      ],
      [cursor => dora.lists.incidents({ ...query, cursor }, credentials), 18],
      [
        cursor =>
          dora.lists.incidents({ ...query, open: true, cursor }, credentials),
        10,
      ],
      [
        cursor =>
          dora.lists.deployments(
            { ...query, failed: true, open: true, cursor },
            credentials,
          ),
        10,
      ],
    ];
    for (const [load, expected] of loads) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await load(cursor);
        seen.push(...page.items.map(({ id, service }) => `${id} ${service}`));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBe(expected);
    }
  });

  it.each([
    [
      { from: '2026-06-02', to: '2026-06-02' },
      'query.to: must be after query.from',
    ],
    [{ from: '2020-01-01', to: '2026-06-02' }, 'query.from: at most 800 days'],
    [
      { scope: 'api:default/x' },
      "query.scope: 'api' has no figures; allowed are component",
    ],
    [
      { scope: 'component:default/nobody' },
      'there is no component:default/nobody',
    ],
  ])('refuses %j by name', async (query, message) => {
    const dora = await testDora(await databases.init('POSTGRES_18'));
    await expect(dora.metricsOf(query)).rejects.toThrow(message);
  });

  it('refuses cursors of its own making only', async () => {
    const dora = await testDora(await databases.init('POSTGRES_18'));
    const query = { ...window, ownership: 'then' as const, limit: 7 };
    for (const cursor of [
      '',
      'x',
      Buffer.from('["2026-01-01T00:00:00Z","\'; --"]').toString('base64url'),
    ]) {
      await expect(
        dora.lists.deployments({ ...query, cursor }, credentials),
      ).rejects.toThrow('query.cursor: is not one that this server gave');
    }
  });

  it('tells the health of services, also of those that never delivered', async () => {
    const dora = await start();
    const [orders, nobody] = await dora.health.read([
      'component:default/orders',
      'component:default/nobody',
    ]);
    expect(orders).toMatchObject({
      lastDeployment: { finishedAt: '2026-06-29T13:00:00.000Z', failed: false },
      openIncidents: 5,
      changeFailRate: { failed: 10 },
      deploymentsLast28Days: 27,
    });
    expect(nobody).toMatchObject({
      lastDeployment: null,
      openIncidents: 0,
      changeFailRate: { value: null, total: 0 },
      deploymentsLast28Days: 0,
    });
  });

  it('a decision of a person stands, can be taken back, and all are kept', async () => {
    const dora = await start();
    const jane = mockCredentials.user('user:default/jane');
    const query = {
      ...window,
      ownership: 'then' as const,
      limit: 1,
      scope: 'component:default/orders',
    };
    const { items } = await dora.lists.incidents(
      { ...query, open: true },
      credentials,
    );
    const [open] = items;
    const cause = open.causeId!;
    const failed = async () =>
      (await dora.details.deployment(cause)).deployment.failed;
    expect(await failed()).toBe(true);

    const none = await dora.decisions.decideCause(
      open.id,
      { deploymentId: null, reason: 'network' },
      jane,
    );
    expect(none).toMatchObject({
      cause_id: null,
      method: 'override',
      decided_by: 'user:default/jane',
    });
    expect(await failed()).toBe(false);
    await dora.settle();

    const classified = await dora.decisions.classify(
      cause,
      { failed: true, unplanned: true, reason: 'we know' },
      jane,
    );
    expect(classified).toMatchObject({
      failed: true,
      failure_reason: 'override',
      unplanned: true,
    });

    await dora.decisions.classify(cause, null, jane);
    await dora.decisions.decideCause(open.id, null, jane);
    expect(await failed()).toBe(true);
    expect(await dora.knex('decision')).toHaveLength(4);

    const { items: others } = await dora.lists.deployments(
      { ...query, scope: 'component:default/payments' },
      credentials,
    );
    await expect(
      dora.decisions.decideCause(
        open.id,
        { deploymentId: others[0].id, reason: 'wrong' },
        jane,
      ),
    ).rejects.toThrow(
      'must be a production deployment of component:default/orders',
    );
    await expect(
      dora.decisions.classify(cause, { reason: 'nothing' }, jane),
    ).rejects.toThrow('say kind, unplanned or failed');
    await expect(dora.decisions.classify('nope', null, jane)).rejects.toThrow(
      'There is no deployment nope',
    );
  });

  it('opens a deployment down to the events that said so', async () => {
    const dora = await start();
    const query = {
      ...window,
      ownership: 'then' as const,
      limit: 1,
      failed: true,
    };
    const { items } = await dora.lists.deployments(query, credentials);
    const found = await dora.details.deployment(items[0].id);
    expect(found.changes).toHaveLength(1);
    expect(found.incidents).toHaveLength(1);
    expect(found.previous?.deployment_id).toBe(found.deployment.previous_id);
    expect(found.events).toHaveLength(1);
    expect(await dora.details.event(found.events[0].event_id)).toEqual(
      found.events[0],
    );

    const change = await dora.details.change(
      found.changes[0].change_id,
      undefined,
    );
    expect(change.deployment?.deployment_id).toBe(items[0].id);
    const { cause, candidates } = await dora.details.incident(
      found.incidents[0].incident_id,
    );
    expect(cause?.deployment_id).toBe(items[0].id);
    expect(candidates.map(row => row.deployment_id)).toContain(items[0].id);
    await expect(dora.details.event('nope')).rejects.toThrow(
      'There is no event nope',
    );
  });
});
