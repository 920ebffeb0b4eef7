import { TestDatabases } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { FakeGithub, until, type Fault } from '@waymark/scm-testing-node';
import { acme, component, powerGrab } from './__testUtils__/acme';
import { startCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(90_000);

const COMPONENTS = ['orders', 'billing', 'shipping', 'catalogue', 'search'];
const PEOPLE = ['ann', 'ben', 'cho', 'dev', 'eve', 'mallory'];
const TEAMS = ['shop', 'checkout', 'portal-admins'];

const OUTAGES: Omit<Fault, 'on'>[] = [
  { status: 500, body: 'oops' },
  {
    status: 403,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '0' },
    body: { message: 'API rate limit exceeded' },
  },
  { status: 429, headers: { 'retry-after': '1' } },
  { status: 401, body: { message: 'Bad credentials' } },
  {
    status: 200,
    body: {
      data: { organization: null, repositoryOwner: null },
      errors: [{ message: 'Something went wrong' }],
    },
  },
];

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

  async function start(
    options: { integration?: JsonObject; processingInterval?: JsonObject } = {},
  ) {
    const catalog = await startCatalog({
      github,
      knex: await databases.init('POSTGRES_18'),
      integration: options.integration ?? appOf(github),
      // Too long to be waited for: what shows earlier was told.
      processingInterval: options.processingInterval ?? { hours: 1 },
    });
    await catalog.run();
    return catalog;
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
    expect(checkout?.metadata.annotations).not.toHaveProperty([
      'waymark.dev/lead',
    ]);
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
    github.organisation('acme').repositories.push({
      name: 'evil-file',
      files: {
        'catalog-info.yaml': `apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: disk }
spec: { type: file, target: /etc/passwd }
`,
      },
    });
    const { settled, entity, names, failures } = await start();
    await settled('group', TEAMS);
    await settled('component', COMPONENTS);

    const refused = await until(failures, found => found.length === 3);
    const messageOf = (repository: string) =>
      refused.find(
        failure =>
          failure.unprocessed_entity.spec?.target ===
          `${github.url}/acme/${repository}/blob/main/catalog-info.yaml`,
      )?.errors?.[0].message;
    expect(messageOf('evil')).toMatch(
      /Entity group:default\/portal-admins at .* is not of an allowed kind for that location/,
    );
    expect(messageOf('evil-template')).toContain('template:default/steal');

    // A repository does not make the portal read its own disk.
    const disk = refused.find(
      failure => failure.unprocessed_entity.metadata.name === 'disk',
    );
    expect(disk?.errors?.[0].message).toContain(
      'Registered locations must be of an allowed type',
    );

    // Only the organisation says who is in a group that a role is bound to.
    const admins = await entity('group:default/portal-admins');
    expect(admins?.relations).toEqual([
      { type: 'hasMember', targetRef: 'user:default/eve' },
    ]);
    expect(await names('user')).toEqual(PEOPLE);
    expect(await names('template')).toEqual([]);
    expect(await names('component')).toEqual([...COMPONENTS].sort());
  });

  it('takes from a repository nothing of another repository or namespace', async () => {
    github.organisation('acme').repositories.push({
      name: 'squatter',
      files: {
        'catalog-info.yaml': component('secrets').replace(
          'name: secrets',
          'name: secrets, namespace: platform',
        ),
      },
    });
    github.organisation('acme').repositories.push({
      name: 'reacher',
      files: {
        'catalog-info.yaml': `apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: reach }
spec: { targets: [./own.yaml, ${github.url}/acme/orders/blob/main/catalog-info.yaml] }
`,
        'own.yaml': component('own'),
      },
    });
    const { settled, names, failures } = await start();
    await settled('component', COMPONENTS);

    const refused = await until(failures, found => found.length === 2);
    const messages = refused.map(failure => failure.errors?.[0].message);
    expect(messages.find(text => text?.includes('platform'))).toContain(
      'component:platform/secrets of',
    );
    expect(messages.find(text => text?.includes('reach'))).toContain(
      `leads to ${github.url}/acme/orders/blob/main/catalog-info.yaml, outside of its repository`,
    );
    expect(await names('component')).toEqual([...COMPONENTS].sort());
  });

  it('shows a push at once, without a look at the whole organisation', async () => {
    const { settled, entity, publish } = await start();
    await settled('component', COMPONENTS);
    await settled('group', TEAMS);
    github.fail({ on: /POST .*graphql/, status: 500 });

    const [orders] = github.organisation('acme').repositories;
    orders.files['catalog-info.yaml'] = component('orders', 'second');
    await publish('github.push', {
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
    });
    const shown = await until(
      () => entity('component:default/orders'),
      found => found?.metadata.description === 'second',
    );
    expect(shown?.metadata.name).toBe('orders');
  });

  it('keeps everything while GitHub is away', async () => {
    const { settled, names, run } = await start({
      integration: { token: 'pat' },
      processingInterval: { seconds: 1 },
    });
    await settled('component', COMPONENTS);
    await settled('group', TEAMS);

    const { requests } = github;
    for (const answer of OUTAGES) {
      github.fail({ on: /api/, ...answer });
      const enough = requests.length + 10;
      await run();
      // And the processing of every location, meanwhile.
      await until(
        () => requests.length,
        count => count > enough,
      );
      expect(await names('component')).toEqual([...COMPONENTS].sort());
      expect(await names('group')).toEqual([...TEAMS].sort());
      expect(await names('user')).toEqual(PEOPLE);
      github.recover();
    }

    github
      .organisation('acme')
      .teams.push({ slug: 'new', name: 'New', members: ['ann'] });
    await run();
    await settled('group', [...TEAMS, 'new']);
  });

  it('follows what happens to a repository', async () => {
    const { settled, entity, run, cleanUp } = await start({
      processingInterval: { seconds: 1 },
    });
    await settled('component', COMPONENTS);
    const [orders, billing] = github.organisation('acme').repositories;
    orders.name = 'orders-2';
    orders.formerName = 'orders';
    billing.archived = true;
    await run();
    await until(
      async () => {
        await cleanUp();
        return entity('component:default/orders');
      },
      found =>
        found?.metadata.annotations?.['backstage.io/source-location'] ===
        `url:${github.url}/acme/orders-2/tree/main/`,
    );
    expect(
      await settled('component', ['orders', 'shipping', 'catalogue', 'search']),
    ).toHaveLength(4);
  });
});
