import { TestDatabases } from '@backstage/backend-test-utils';
import { FakeGithub, until } from '@waymark/scm-testing-node';
import { acme, component, powerGrab } from './__testUtils__/acme';
import { startCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(90_000);

const COMPONENTS = ['orders', 'billing', 'shipping', 'catalogue', 'search'];
const PEOPLE = ['ann', 'ben', 'cho', 'dev', 'eve', 'mallory'];
const TEAMS = ['shop', 'checkout', 'portal-admins'];

describe('the catalog with GitHub', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let github: FakeGithub;

  beforeEach(async () => {
    github = await FakeGithub.start({
      organisations: [acme()],
      tokens: ['pat'],
    });
  });
  afterEach(() => github.stop());

  const appOf = (fake: FakeGithub) => ({
    apps: [
      {
        appId: fake.apps.appId,
        clientId: 'id',
        clientSecret: 'secret',
        privateKey: fake.apps.privateKey,
      },
    ],
  });

  async function start(integration: object = appOf(github)) {
    return startCatalog({
      github,
      knex: await databases.init('POSTGRES_18'),
      integration: integration as {},
    });
  }

  it('reads repositories, people and nested teams as a GitHub App, page by page', async () => {
    const { settled, entity } = await start();
    await settled('component', COMPONENTS);
    await settled('user', PEOPLE);
    await settled('group', TEAMS);

    expect((await entity('component:default/orders'))?.metadata).toMatchObject({
      annotations: {
        'backstage.io/managed-by-location': `url:${github.url}/acme/orders/tree/main/catalog-info.yaml`,
        'backstage.io/source-location': `url:${github.url}/acme/orders/tree/main/`,
      },
    });
    const shop = await entity('group:default/shop');
    expect(shop).toMatchObject({
      metadata: {
        description: 'Sells things',
        annotations: {
          'github.com/team-slug': 'acme/shop',
          'waymark.dev/lead': 'user:default/ann,user:default/ben',
        },
      },
      spec: { profile: { displayName: 'Shop' } },
    });
    expect(shop?.relations).toEqual(
      expect.arrayContaining([
        { type: 'parentOf', targetRef: 'group:default/checkout' },
        ...['ann', 'ben', 'cho', 'dev'].map(name => ({
          type: 'hasMember',
          targetRef: `user:default/${name}`,
        })),
      ]),
    );
    const checkout = await entity('group:default/checkout');
    expect(checkout?.metadata.annotations).not.toHaveProperty(
      'waymark.dev/lead',
    );
    expect(
      (await entity('user:default/ann'))?.metadata.annotations,
    ).toMatchObject({
      'github.com/user-login': 'ann',
      'github.com/user-id': 'U_ann',
    });
    // Everything came with the token of the installation.
    expect(
      github.requests
        .filter(r => !r.path.startsWith('/api/v3/app/'))
        .every(r => r.authorization?.includes('ghs_')),
    ).toBe(true);
  });

  it('lets no power in from a repository', async () => {
    github.organisation('acme').repositories.push({
      name: 'evil',
      files: {
        'catalog-info.yaml': `${component('evil')}${powerGrab}`,
      },
    });
    github.organisation('acme').repositories.push({
      name: 'evil-template',
      files: {
        'catalog-info.yaml': `apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: steal }
spec: { type: service, steps: [] }
---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: root }
spec: { memberOf: [portal-admins] }
`,
      },
    });
    const { settled, entity, names, list } = await start();
    await settled('group', TEAMS);
    await settled('component', COMPONENTS);

    const refused = await until(
      async () =>
        (
          await list('location')
        ).filter(location =>
          JSON.stringify(location.status ?? {}).includes(
            'is not of an allowed kind for that location',
          ),
        ),
      locations => locations.length === 2,
    );
    expect(refused.map(location => location.spec?.target).sort()).toEqual([
      `${github.url}/acme/evil-template/blob/main/catalog-info.yaml`,
      `${github.url}/acme/evil/blob/main/catalog-info.yaml`,
    ]);
    expect(JSON.stringify(refused)).toContain('group:default/portal-admins');

    // Only the organisation says who is in a group that a role is bound to.
    const admins = await entity('group:default/portal-admins');
    expect(admins?.relations).toEqual([
      { type: 'hasMember', targetRef: 'user:default/eve' },
    ]);
    expect(await names('user')).toEqual(PEOPLE);
    expect(await names('template')).toEqual([]);
  });

  it('shows a push at once, and what it announces of teams', async () => {
    const { settled, entity, events } = await start();
    await settled('component', COMPONENTS);
    await settled('group', TEAMS);
    github.fail({ on: /POST .*graphql/, status: 500 });

    const [orders] = github.organisation('acme').repositories;
    orders.files['catalog-info.yaml'] = component('orders', 'second');
    await events().publish({
      topic: 'github.push',
      eventPayload: {
        ref: 'refs/heads/main',
        organization: { login: 'acme' },
        repository: {
          name: 'orders',
          html_url: `${github.url}/acme/orders`,
          default_branch: 'main',
          topics: [],
          archived: false,
          fork: false,
          visibility: 'private',
          owner: { login: 'acme' },
        },
        commits: [{ added: [], removed: [], modified: ['catalog-info.yaml'] }],
      },
    });
    await until(
      () => entity('component:default/orders'),
      found => found?.metadata.description === 'second',
    );
  });

  it.each([
    ['an error of the server', { status: 500, body: 'oops' }],
    [
      'a spent rate limit',
      {
        status: 403,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '0' },
        body: { message: 'API rate limit exceeded' },
      },
    ],
    ['too many requests', { status: 429, headers: { 'retry-after': '1' } }],
    [
      'credentials that ran out',
      { status: 401, body: { message: 'Bad credentials' } },
    ],
    [
      'an answer with errors',
      {
        status: 200,
        body: {
          data: { organization: null },
          errors: [{ message: 'Something went wrong' }],
        },
      },
    ],
  ])('keeps everything through %s', async (_, answer) => {
    const { settled, names } = await start({ token: 'pat' });
    await settled('component', COMPONENTS);
    await settled('group', TEAMS);

    github.fail({ on: /api/, ...answer });
    const before = github.requests.length;
    // Several runs of each provider, and of the processing of each location.
    await until(
      () => github.requests.length - before,
      count => count > 12,
    );
    expect(await names('component')).toEqual([...COMPONENTS].sort());
    expect(await names('group')).toEqual([...TEAMS].sort());
    expect(await names('user')).toEqual(PEOPLE);

    github.recover();
    github
      .organisation('acme')
      .teams.push({ slug: 'new', name: 'New', members: ['ann'] });
    await settled('group', [...TEAMS, 'new']);
  });

  it('follows what happens to a repository', async () => {
    const { settled, entity } = await start();
    await settled('component', COMPONENTS);
    const [orders, billing] = github.organisation('acme').repositories;
    orders.name = 'orders-2';
    billing.archived = true;
    await settled('component', ['orders', 'shipping', 'catalogue', 'search']);
    await until(
      () => entity('component:default/orders'),
      found =>
        found?.metadata.annotations?.['backstage.io/source-location'] ===
        `url:${github.url}/acme/orders-2/tree/main/`,
    );
  });
});
