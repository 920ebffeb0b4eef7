import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { TestGitRoot } from '@waymark/git-node/testUtils';
import { FakeGithub, until } from '@waymark/scm-testing-node';
import { loadConfig } from './__testUtils__/loadConfig';
import { startPortal } from './__testUtils__/startPortal';

jest.setTimeout(90_000);

const SECRET = 'webhook-secret';
const DISCOVERY = 'github-provider:waymark:refresh';
const ORGANISATION = 'GithubMultiOrgEntityProvider:waymark:refresh';

const component = (description: string) => `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: orders, description: ${description} }
spec: { type: service, lifecycle: production, owner: shop }
`;
const group = `---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: portal-admins }
spec: { type: team, children: [], members: [mallory] }
`;

const push = (web: string) => ({
  ref: 'refs/heads/main',
  after: 'c'.repeat(40),
  organization: { login: 'acme' },
  repository: {
    name: 'orders',
    html_url: `${web}/acme/orders`,
    clone_url: `${web}/acme/orders.git`,
    default_branch: 'main',
    topics: [],
    archived: false,
    fork: false,
    visibility: 'private',
    owner: { login: 'acme' },
  },
  commits: [{ added: [], removed: [], modified: ['catalog-info.yaml'] }],
});

describe('pushes to GitHub', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const stops: (() => Promise<unknown> | void)[] = [];

  afterEach(async () => {
    for (const stop of stops.splice(0).reverse()) {
      await stop();
    }
  });

  async function start(config: JsonObject) {
    const knex = await databases.init('POSTGRES_18');
    const portal = await startPortal({ config, knex });
    stops.push(() => portal.stop());
    return portal;
  }

  it('reach entities that the shipped configuration discovered, and bring no power', async () => {
    const github = await FakeGithub.start({
      organisations: [
        {
          login: 'acme',
          repositories: [
            {
              name: 'orders',
              files: { 'catalog-info.yaml': component('first') },
            },
          ],
          members: [{ login: 'eve', id: 'U_eve' }],
          teams: [{ slug: 'portal-admins', name: 'Admins', members: ['eve'] }],
        },
      ],
    });
    stops.push(() => github.stop());
    const { catalog, integrations, events } = await loadConfig(
      ['app-config.yaml', 'config/catalog-github.yaml'],
      {
        GITHUB_HOST: github.host,
        GITHUB_API_URL: github.apiUrl,
        GITHUB_APP_ID: String(github.apps.appId),
        GITHUB_APP_CLIENT_ID: 'id',
        GITHUB_APP_CLIENT_SECRET: 'secret',
        GITHUB_APP_PRIVATE_KEY: github.apps.privateKey,
        GITHUB_WEBHOOK_SECRET: SECRET,
        GITHUB_ORGANISATION: 'acme',
      },
    );
    const portal = await start({ catalog, integrations, events });
    await portal.run(ORGANISATION);
    await portal.run(DISCOVERY);
    const description = (expected: string) =>
      until(
        () => portal.entity('component:default/orders'),
        found => found?.metadata.description === expected,
      );
    await description('first');

    const [orders] = github.organisation('acme').repositories;
    orders.files['catalog-info.yaml'] = component('second');
    expect(await portal.deliver('push', push(github.url), 'guessed')).toBe(403);
    expect(await portal.deliver('push', push(github.url), SECRET)).toBe(202);
    await description('second');

    // Delivered again, the same push changes nothing.
    const before = await portal.entity('component:default/orders');
    expect(await portal.deliver('push', push(github.url), SECRET)).toBe(202);

    orders.files['catalog-info.yaml'] = `${component('third')}${group}`;
    const read = github.requests.length;
    expect(await portal.deliver('push', push(github.url), SECRET)).toBe(202);
    await until(
      () => portal.errorsOfLocations(),
      errors => errors.some(e => e.includes('group:default/portal-admins')),
    );
    expect(github.requests.length).toBeGreaterThan(read);
    // What was good stays; who administrates is not up to a repository.
    expect(await portal.entity('component:default/orders')).toEqual(before);
    const admins = await portal.entity('group:default/portal-admins');
    expect(admins?.relations).toEqual([
      { type: 'hasMember', targetRef: 'user:default/eve' },
    ]);
  });

  it('reach repositories that plain Git reads', async () => {
    const root = await TestGitRoot.create();
    stops.push(() => root.dispose());
    await root.commit('acme/orders', {
      'catalog-info.yaml': component('first'),
    });
    const portal = await start({
      events: { modules: { github: { webhookSecret: SECRET } } },
      catalog: {
        providers: {
          git: { acme: { root: root.path, baseUrl: 'https://github.com' } },
        },
      },
    });
    expect(
      await portal.deliver('push', push('https://github.com'), SECRET),
    ).toBe(202);
    await until(
      () => portal.entity('component:default/orders'),
      found => found?.metadata.description === 'first',
    );
  });
});
