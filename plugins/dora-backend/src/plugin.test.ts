import { createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import request from 'supertest';
import { component, group } from './__testUtils__/testDora';
import doraPlugin from '.';

const SECRET = 'webhook-secret';
const service = mockCredentials.service.header();
const day = (daysAgo: number, hour = 10) => {
  const at = new Date(Date.now() - daysAgo * 86_400_000);
  at.setUTCHours(hour, 0, 0, 0);
  return at.toISOString();
};

function deployedEvent(id: string, timestamp: string, customData = {}) {
  return {
    context: {
      specversion: '0.5.1',
      id,
      source: '/ci/acme',
      type: 'dev.cdevents.service.deployed.0.3.0',
      timestamp,
    },
    subject: {
      id: 'component:default/orders',
      content: {
        environment: { id: 'production' },
        artifactId: `pkg:oci/orders@sha256%3A${id}`,
      },
    },
    customData,
  };
}

jest.setTimeout(60_000);

describe('dora plugin', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  async function start(options: { knex?: Knex; deny?: string[] } = {}) {
    const knex = options.knex ?? (await databases.init('POSTGRES_18'));
    const permissions = mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(({ permission }) => ({
          result: options.deny?.includes(permission.name)
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
        })),
    });
    const tasks = new Map<string, () => Promise<void>>();
    const scheduler = mockServices.scheduler.mock({
      scheduleTask: async ({ id, fn }) => {
        tasks.set(id, async () => fn(new AbortController().signal));
      },
    });
    const { server } = await startTestBackend({
      features: [
        doraPlugin,
        scheduler.factory,
        mockServices.database.factory({ knex }),
        permissions.factory,
        catalogServiceMock.factory({
          entities: [
            group('shop'),
            component('orders', {
              annotations: { 'github.com/project-slug': 'acme/orders' },
            }),
          ],
        }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:7007' },
            waymark: { privacy: { pseudonymKey: 'only-for-the-tests' } },
            dora: { sources: { github: { secrets: [SECRET] } } },
          },
        }),
      ],
    });
    const call = (method: 'get' | 'post' | 'put' | 'delete', path: string) =>
      request(server)[method](`/api/dora${path}`).set('Authorization', service);
    /** What the scheduler does every second. */
    const settle = () => tasks.get('dora:pipeline')?.();
    await tasks.get('dora:catalog')?.();
    return { server, call, knex, settle };
  }

  const window = `from=${day(60).slice(0, 10)}&to=${day(-1).slice(0, 10)}`;

  it('carries an event to a figure, and the figure back to the event', async () => {
    const { call, settle } = await start();
    const reply = await call('post', '/events').send([
      deployedEvent('one', day(20)),
      deployedEvent('two', day(10), { commitSha: 'b'.repeat(40) }),
      { context: { id: 'broken' } },
    ]);
    expect(reply.status).toBe(202);
    expect(reply.body).toMatchObject({ accepted: 2, duplicates: 0 });
    expect(reply.body.rejected).toMatchObject([{ index: 2 }]);

    const scope = 'scope=component:default/orders';
    await settle();
    const { body: metrics } = await call('get', `/metrics?${scope}&${window}`);
    expect(metrics.deploymentFrequency.n).toBe(2);
    expect(metrics.changeFailRate).toMatchObject({ failed: 0, total: 2 });

    const list = await call('get', `/deployments?${scope}&${window}&limit=1`);
    expect(list.body.items).toMatchObject([
      { commitSha: 'b'.repeat(40), owner: 'group:default/shop' },
    ]);
    expect(list.body.nextCursor).toEqual(expect.any(String));
    const [{ id }] = list.body.items;
    const detail = await call('get', `/deployments/${id}`);
    expect(detail.body.events[0].payload.context.id).toBe('two');
    const event = await call('get', `/events/${detail.body.events[0].id}`);
    expect(event.body.deliveryId).toBe('two');

    const override = await call(
      'put',
      `/deployments/${id}/classification`,
    ).send({
      failed: true,
      reason: 'customers could not pay',
    });
    expect(override.body).toMatchObject({
      failed: true,
      failureReason: 'override',
    });
    const rejected = await call('get', '/rejected');
    expect(rejected.body.items).toHaveLength(1);
  });

  it('takes CloudEvents of every form', async () => {
    const { call } = await start();
    const attributes = {
      specversion: '1.0',
      type: 'dev.cdevents.service.deployed.0.3.0',
      source: '/ci/acme',
    };
    const structured = {
      ...attributes,
      id: 's',
      data: deployedEvent('structured', day(9)),
    };
    const send = (type: string, body: unknown) =>
      call('post', '/events')
        .set('content-type', type)
        .send(JSON.stringify(body));

    const replies = [
      await send('application/cloudevents+json', structured),
      await send('application/cloudevents-batch+json', [
        { ...structured, id: 'b', data: deployedEvent('batch', day(8)) },
      ]),
      await send('application/json', deployedEvent('bare', day(7))),
      await call('post', '/events')
        .set({
          'ce-specversion': '1.0',
          'ce-type': attributes.type,
          'ce-id': 'binary',
          'ce-source': '/ci',
        })
        .send(deployedEvent('binary', day(6))),
    ];
    expect(replies.map(({ status, body }) => [status, body.accepted])).toEqual(
      replies.map(() => [202, 1]),
    );
    const text = await send('text/plain', {});
    expect(text.status).toBe(400);
    const many = await call('post', '/events').send(
      Array.from({ length: 1_001 }, () => ({})),
    );
    expect(many.status).toBe(413);
    const large = await call('post', '/events').send({
      text: 'x'.repeat(5_000_001),
    });
    expect(large.status).toBe(413);
  });

  it('takes webhooks that are signed, and nothing else', async () => {
    const { server, call, settle } = await start();
    const body = JSON.stringify({
      action: 'created',
      repository: {
        full_name: 'acme/orders',
        html_url: 'https://github.com/acme/orders',
      },
      sender: { login: 'jane', type: 'User' },
      deployment: {
        id: 7,
        sha: 'c'.repeat(40),
        environment: 'production',
        task: 'deploy',
        created_at: day(5),
        production_environment: true,
      },
      deployment_status: {
        id: 8,
        state: 'success',
        created_at: day(5, 11),
        environment: 'production',
      },
    });
    const sign = (text: string, secret = SECRET) =>
      `sha256=${createHmac('sha256', secret).update(text).digest('hex')}`;
    const hook = (source: string, signature?: string, text = body) => {
      const call1 = request(server).post(`/api/dora/ingest/${source}`).set({
        'content-type': 'application/json',
        'x-github-event': 'deployment_status',
        'x-github-delivery': 'd-1',
      });
      return (
        signature ? call1.set('x-hub-signature-256', signature) : call1
      ).send(text);
    };
    expect((await hook('github')).status).toBe(401);
    expect((await hook('github', sign(body, 'guess'))).status).toBe(401);
    expect((await hook('gitlab', sign(body))).status).toBe(401); // no secret is configured
    expect((await hook('nobody', sign(body))).status).toBe(404);
    expect((await hook('github', sign('{'), '{')).status).toBe(400);
    const huge = 'x'.repeat(5_000_001);
    expect((await hook('github', sign(huge), huge)).status).toBe(413);

    const taken = await hook('github', sign(body));
    expect([taken.status, taken.body]).toEqual([
      202,
      { accepted: 1, duplicates: 0, rejected: [] },
    ]);
    expect((await hook('github', sign(body))).body).toMatchObject({
      duplicates: 1,
    });
    await settle();
    const { body: metrics } = await call('get', `/metrics?${window}`);
    expect(metrics.deploymentFrequency.n).toBe(1);
    const { body: list } = await call('get', `/deployments?${window}`);
    const { body: detail } = await call(
      'get',
      `/deployments/${list.items[0].id}`,
    );
    expect(JSON.stringify(detail)).not.toContain('jane');
  });

  it('imports history, compressed', async () => {
    const { call, settle } = await start();
    const lines = Array.from({ length: 30 }, (_, i) =>
      JSON.stringify(deployedEvent(`import-${i}`, day(50 - i))),
    );
    const reply = await call('post', '/import?origin=example')
      .set({
        'content-type': 'application/x-ndjson',
        'content-encoding': 'gzip',
      })
      .serialize(value => value as string)
      .send(gzipSync(lines.join('\n')));
    expect([reply.status, reply.body]).toEqual([
      202,
      { lines: 30, accepted: 30, duplicates: 0, rejected: [] },
    ]);
    await settle();
    const { body: metrics } = await call('get', `/metrics?${window}`);
    expect(metrics.deploymentFrequency.n).toBe(30);
    const { body } = await call('get', `/deployments?${window}&limit=1`);
    expect(body.items[0].origin).toBe('example');
  });

  it.each([
    ['get', '/metrics', 'query.from: Invalid input'],
    [
      'get',
      `/metrics?${window}&interval=year`,
      'query.interval: Invalid option: expected one of "day"|"week"|"month"',
    ],
    [
      'get',
      `/metrics?${window}&scope=orders`,
      'query.scope: must be an entity ref such as component:default/orders',
    ],
    [
      'get',
      '/metrics?from=2026-02-30&to=2026-04-01',
      'query.from: is not a day of the calendar',
    ],
    [
      'get',
      `/distribution?${window}&metric=mood`,
      'query.metric: Invalid option',
    ],
    ['get', `/changes?${window}&limit=0`, 'query.limit'],
    ['get', '/rejected?code=x', 'query.code: Invalid option'],
    ['put', '/incidents/x/cause', 'body: send JSON'],
  ] as const)('answers 400 to %s %s', async (method, path, message) => {
    const { call } = await start();
    const { status, body } = await call(method, path);
    expect(status).toBe(400);
    expect(body.error.message).toContain(message);
  });

  it('offers the reads as actions with the same answers and permissions', async () => {
    const { server, settle, call } = await start({
      deny: ['dora.triage.read'],
    });
    await call('post', '/events').send([deployedEvent('one', day(20))]);
    await settle();
    const actions = '/api/dora/.backstage/actions/v1/actions';
    const listed = await request(server)
      .get(actions)
      .set('Authorization', service);
    const ids = listed.body.actions.map(({ id }: { id: string }) => id);
    expect(ids).toContain('dora:get-delivery-metrics');
    const invoke = (name: string, input: object) =>
      request(server)
        .post(`${actions}/dora:${name}/invoke`)
        .set('Authorization', service)
        .send(input);
    const [from, to] = [day(60).slice(0, 10), day(-1).slice(0, 10)];
    const { body } = await invoke('get-delivery-metrics', { from, to });
    expect(body.output.deploymentFrequency.n).toBe(1);
    const wrong = await invoke('get-delivery-metrics', { from, to: 'soon' });
    expect(wrong.status).toBe(400);
    expect(JSON.stringify(wrong.body)).toContain('must be a date such as');
    const hidden = await invoke('list-delivery-triage', {});
    expect([403, 404]).toContain(hidden.status);
  });

  it('asks for the permission of each endpoint', async () => {
    const all = [
      ['get', `/metrics?${window}`, 'dora.metric.read'],
      ['post', '/events', 'dora.event.create'],
      ['post', '/import', 'dora.import'],
      ['get', '/triage', 'dora.triage.read'],
      ['put', '/mappings', 'dora.triage.update'],
      ['delete', '/incidents/x/cause', 'dora.incident.update'],
      ['delete', '/deployments/x/classification', 'dora.deployment.update'],
      ['post', '/rebuild', 'dora.rebuild'],
    ] as const;
    const { call } = await start({ deny: all.map(([, , name]) => name) });
    for (const [method, path, permission] of all) {
      const { status, body } = await call(method, path);
      expect([status, body.error.message]).toEqual([
        403,
        `Missing permission '${permission}'`,
      ]);
    }
  });

  it('two replicas on one database count every event once', async () => {
    const one = await start();
    const other = await start({ knex: one.knex });
    const events = Array.from({ length: 40 }, (_, i) =>
      deployedEvent(`both-${i}`, day(45 - i)),
    );
    const replies = await Promise.all(
      [one, other].map(({ call }) => call('post', '/events').send(events)),
    );
    expect(replies.reduce((sum, { body }) => sum + body.accepted, 0)).toBe(40);
    await Promise.all([one.settle(), other.settle()]);
    for (const { call } of [one, other]) {
      const { body: metrics } = await call('get', `/metrics?${window}`);
      expect(metrics.deploymentFrequency.n).toBe(40);
    }
    expect((await one.call('post', '/rebuild')).status).toBe(202);
    await Promise.all([one.settle(), other.settle()]);
    await one.settle();
    const { body: rebuild } = await other.call('get', '/rebuild');
    expect(rebuild).toMatchObject({ state: 'idle', done: 40, total: 40 });
    const { body } = await one.call('get', `/metrics?${window}`);
    expect(body.deploymentFrequency.n).toBe(40);
  });
});
