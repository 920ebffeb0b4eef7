import {
  TestDatabases,
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import { TestGitRoot } from '@waymark/git-node/testUtils';
import { eventsServiceFactory } from '@backstage/plugin-events-node';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- this test is about the two plugins together
import catalogGitPlugin from '@waymark/plugin-catalog-git-backend';
import request from 'supertest';
import catalogModuleGit from '.';

const component = (name: string, description: string) =>
  `apiVersion: backstage.io/v1alpha1
kind: API
metadata:
  name: ${name}
  description: ${description}
spec:
  type: openapi
  lifecycle: production
  owner: group:default/shop
  definition:
    $text: ./api.yaml
`;
const group = `apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: portal-admins }
spec: { type: role, children: [], members: [user:default/mallory] }
`;
const foreign = component('foreign', 'x').replace(
  'metadata:',
  'metadata:\n  namespace: platform',
);

jest.setTimeout(60_000);

describe('the catalog with plain Git', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let root: TestGitRoot;

  beforeEach(async () => {
    root = await TestGitRoot.create();
  });
  afterEach(() => root.dispose());

  async function start() {
    const knex = await databases.init('POSTGRES_18');
    const { server } = await startTestBackend({
      features: [
        catalogPlugin,
        catalogGitPlugin,
        catalogModuleGit,
        // Unlike its mock, the real service carries events between plugins.
        eventsServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            backend: {
              baseUrl: 'http://localhost:7007',
              database: {
                client: 'pg',
                // knex hides the password from spreading and printing.
                connection: {
                  ...knex.client.config.connection,
                  password: knex.client.config.connection.password,
                },
                pluginDivisionMode: 'schema',
              },
            },
            events: { useEventBus: 'never' },
            catalog: {
              processingInterval: { seconds: 1 },
              providers: {
                git: {
                  example: {
                    root: root.path,
                    baseUrl: 'http://localhost:7007/git',
                    exclude: ['*/organisation'],
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
    const header = mockCredentials.service.header();
    const get = async (path: string) =>
      request(server).get(path).set('Authorization', header);
    return {
      get,
      push: async (repository: string) =>
        request(server)
          .post('/api/catalog-git/refresh')
          .set('Authorization', header)
          .send({ repository }),
      entity: async (ref: string) =>
        get(`/api/catalog/entities/by-name/${ref.replace(/:/, '/')}`),
    };
  }

  async function until<T>(ask: () => Promise<T>, fits: (value: T) => boolean) {
    for (;;) {
      const value = await ask();
      if (fits(value)) {
        return value;
      }
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  it('shows what is pushed, keeps the last good version, and lets no power in', async () => {
    const first = await root.commit('acme/orders', {
      'catalog-info.yaml': [component('orders', 'first'), group, foreign].join(
        '---\n',
      ),
      'api.yaml': 'openapi: 3.1.0',
    });
    const { push, entity, get } = await start();
    expect((await push('acme/orders')).status).toBe(202);

    const shown = await until(
      () => entity('api:default/orders'),
      answer => answer.status === 200,
    );
    expect(shown.body).toMatchObject({
      metadata: {
        description: 'first',
        annotations: { 'waymark.dev/git-commit': first },
      },
      spec: { definition: 'openapi: 3.1.0' },
    });

    const problems = (await get('/api/catalog-git/problems')).body.items;
    expect(
      problems.map((p: { code: string; entityRef: string }) => [
        p.code,
        p.entityRef,
      ]),
    ).toEqual([
      ['kind-not-allowed', 'group:default/portal-admins'],
      ['namespace-not-allowed', 'api:platform/foreign'],
    ]);
    expect((await entity('group:default/portal-admins')).status).toBe(404);
    expect((await entity('api:platform/foreign')).status).toBe(404);

    await root.commit('acme/orders', {
      'catalog-info.yaml': 'kind: [broken',
      'api.yaml': 'openapi: 3.1.1',
    });
    await push('acme/orders');
    const broken = await until(
      async () => (await get('/api/catalog-git/problems')).body.items,
      items => items.some((p: { code: string }) => p.code === 'yaml-syntax'),
    );
    expect(broken[0]).toMatchObject({ line: 1, lastGoodCommit: first });
    expect((await entity('api:default/orders')).body.metadata.description).toBe(
      'first',
    );

    await root.commit('acme/orders', {
      'catalog-info.yaml': component('orders', 'second'),
      'api.yaml': 'openapi: 3.1.1',
    });
    await push('acme/orders');
    await until(
      () => entity('api:default/orders'),
      answer => answer.body.metadata?.description === 'second',
    );

    await root.commit('acme/orders', { 'README.md': 'no more' });
    await push('acme/orders');
    await until(
      () => entity('api:default/orders'),
      answer => answer.status === 404,
    );
  });

  it('passes a name on when its first owner gives it up', async () => {
    await root.commit('acme/first', {
      'catalog-info.yaml': component('shared', 'of first'),
      'api.yaml': 'a: 1',
    });
    await root.commit('acme/second', {
      'catalog-info.yaml': component('shared', 'of second'),
      'api.yaml': 'a: 1',
    });
    const { push, entity } = await start();
    await push('acme/first');
    await until(
      () => entity('api:default/shared'),
      answer => answer.status === 200,
    );
    await push('acme/second');
    await root.commit('acme/first', { 'README.md': 'gone' });
    await push('acme/first');
    const passedOn = await until(
      () => entity('api:default/shared'),
      answer => answer.body.metadata?.description === 'of second',
    );
    expect(passedOn.body.metadata.annotations).toMatchObject({
      'backstage.io/view-url': expect.stringContaining('/acme/second/'),
    });
  });
});
