import {
  TestDatabases,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import { TestGitRoot } from '@waymark/git-node/testUtils';
import { Change, Problem } from '@waymark/plugin-catalog-git-common';
import request from 'supertest';
import catalogGitPlugin from '.';

const component = (name: string, extra = '') =>
  `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
spec:
  type: service
  lifecycle: production
  owner: group:default/shop
${extra}`;

const service = mockCredentials.service.header();

describe('catalog-git plugin', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let root: TestGitRoot;

  beforeEach(async () => {
    root = await TestGitRoot.create();
  });
  afterEach(() => root.dispose());

  async function start(
    decision: PolicyDecision['result'] = AuthorizeResult.ALLOW,
  ) {
    const knex = await databases.init('POSTGRES_18');
    const { server } = await startTestBackend({
      features: [
        catalogGitPlugin,
        mockServices.database.factory({ knex }),
        mockServices.permissions.factory({ result: decision as never }),
        mockServices.rootConfig.factory({
          data: {
            backend: { baseUrl: 'http://localhost:7007' },
            catalog: {
              providers: {
                git: {
                  example: {
                    root: root.path,
                    baseUrl: 'http://localhost:7007/git',
                    schedule: {
                      frequency: { hours: 1 },
                      timeout: { minutes: 1 },
                      initialDelay: { hours: 1 },
                    },
                  },
                },
              },
            },
          },
        }),
      ],
    });
    const get = (path: string) =>
      request(server)
        .get(`/api/catalog-git${path}`)
        .set('Authorization', service);
    const post = (path: string, body: object) =>
      request(server)
        .post(`/api/catalog-git${path}`)
        .set('Authorization', service)
        .send(body);
    return { server, get, post };
  }

  /** Asks again until an answer fits: scans go on after the 202. */
  async function until<T>(ask: () => Promise<T>, fits: (value: T) => boolean) {
    for (;;) {
      const value = await ask();
      if (fits(value)) {
        return value;
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  it('carries a pushed component to the change feed, and reports what is refused', async () => {
    const commit = await root.commit('acme/orders', {
      'catalog-info.yaml': `${component('orders')}---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: portal-admins }
spec: { type: role, children: [], members: [mallory] }
---
${component('sneaky').replace(
  'name: sneaky',
  'name: sneaky\n  namespace: other',
)}`,
    });
    const { get, post } = await start();

    const refreshed = await post('/refresh', { repository: 'acme/orders' });
    expect(refreshed.status).toBe(202);
    expect(refreshed.body).toEqual({ scheduled: ['acme/orders'] });

    const feed = await until(
      async () => (await get('/changes?provider=example')).body,
      body => body.changes.length > 0,
    );
    const changes: Change[] = feed.changes;
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({
      entityRef: 'component:default/orders',
      locationKey: 'git:example:acme/orders',
      entity: {
        metadata: {
          annotations: {
            'backstage.io/managed-by-location':
              'url:http://localhost:7007/git/acme/orders/blob/main/catalog-info.yaml',
            'backstage.io/managed-by-origin-location':
              'url:http://localhost:7007/git/acme/orders/blob/main/catalog-info.yaml',
            'backstage.io/source-location':
              'url:http://localhost:7007/git/acme/orders/tree/main/',
            'backstage.io/view-url':
              'http://localhost:7007/git/acme/orders/blob/main/catalog-info.yaml',
            'waymark.dev/git-commit': commit,
          },
        },
      },
    });

    const problems: Problem[] = (await get('/problems')).body.items;
    expect(problems.map(p => [p.code, p.line, p.entityRef])).toEqual([
      ['kind-not-allowed', 10, 'group:default/portal-admins'],
      ['namespace-not-allowed', 15, 'component:other/sneaky'],
    ]);
    expect(problems[0]).toMatchObject({
      repository: 'acme/orders',
      path: 'catalog-info.yaml',
      url: 'http://localhost:7007/git/acme/orders/blob/main/catalog-info.yaml#L10',
      remedy: expect.stringContaining('organisation source'),
    });

    const ack = await post('/changes/ack', {
      provider: 'example',
      cursor: feed.cursor,
    });
    expect(ack.body).toEqual({ cursor: feed.cursor });
    expect((await get('/changes?provider=example')).body.changes).toEqual([]);
    expect(
      (await get('/changes?provider=example&after=0')).body.changes,
    ).toHaveLength(1);

    const summary = (await get('/summary')).body;
    expect(summary).toMatchObject({
      repositories: 1,
      repositoriesByStatus: { failing: 1 },
      entities: 1,
      problems: 2,
    });
    const list = (await get('/repositories?status=failing&text=ORD')).body;
    expect(list.items).toEqual([
      expect.objectContaining({ name: 'acme/orders', commit, branch: 'main' }),
    ]);
    expect((await get('/repositories?cursor=x')).status).toBe(400);
  });

  it('shows files and folders at a ref', async () => {
    await root.commit('acme/orders', {
      'catalog-info.yaml': component('orders'),
      'docs/index.md': '# Orders',
      'logo.png': Buffer.from([0x89, 0x50, 0, 1]),
      link: { symlink: '/etc/passwd' },
    });
    const { get, post } = await start();
    await post('/refresh', { provider: 'example' });
    const source = (query: string) =>
      get(`/repositories/acme/orders/source${query}`);
    const top = await until(
      async () => source(''),
      response => response.status === 200 && response.body.entries,
    );
    expect(
      top.body.entries.map((e: { name: string; type: string }) => [
        e.name,
        e.type,
      ]),
    ).toEqual([
      ['catalog-info.yaml', 'file'],
      ['docs', 'directory'],
      ['link', 'symlink'],
      ['logo.png', 'file'],
    ]);
    const file = await source('?ref=main&path=docs/index.md');
    expect(file.body).toMatchObject({
      kind: 'file',
      text: '# Orders',
      size: 8,
    });
    expect((await source('?path=logo.png')).body).toMatchObject({
      text: null,
      reason: 'binary',
    });
    expect((await source('?path=link')).body).toMatchObject({
      text: null,
      reason: 'symlink',
    });
    expect((await source('?path=gone')).status).toBe(404);
    expect((await source('?ref=gone')).status).toBe(404);
    expect((await source('?path=../../etc/passwd')).status).toBe(400);
    expect((await source('?ref=--output=x')).status).toBe(400);
    expect((await get('/repositories/acme/other/source')).status).toBe(404);
  });

  it('says what is known when a repository is not', async () => {
    await root.commit('acme/orders', { a: '' });
    const { post } = await start();
    const unknown = await post('/refresh', { repository: 'acme/unknown' });
    expect(unknown.status).toBe(404);
    expect(unknown.body.error.message).toBe(
      'No known repository matches acme/unknown; known are acme/orders',
    );
    expect((await post('/refresh', {})).status).toBe(400);
    const byUrl = await post('/refresh', {
      url: 'http://localhost:7007/git/acme/orders/blob/main/docs/x.md',
    });
    expect(byUrl.body).toEqual({ scheduled: ['acme/orders'] });
  });

  it('keeps people out of the change feed', async () => {
    const { server } = await start();
    const user = mockCredentials.user.header();
    const answer = await request(server)
      .post('/api/catalog-git/changes/ack')
      .set('Authorization', user)
      .send({ provider: 'example', cursor: 1 });
    expect(answer.status).toBe(403);
    const denied = await start(AuthorizeResult.DENY);
    const without = await request(denied.server)
      .get('/api/catalog-git/summary')
      .set('Authorization', user);
    expect(without.status).toBe(403);
    expect(without.body.error.message).toContain('catalogGit.health.read');
  });
});
