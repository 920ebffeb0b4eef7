import { TestDatabases } from '@backstage/backend-test-utils';
import { FakeGitlab, until } from '@waymark/scm-testing-node';
import {
  acme,
  component,
  COMPONENTS,
  powerGrab,
  USERS,
} from './__testUtils__/acme';
import { startCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(90_000);

const GROUPS = ['acme', 'shop', 'shop-checkout', 'portal-admins'];

const OUTAGES = [
  ['any request', { on: /./, status: 500, body: 'oops' }],
  ['any request', { on: /./, status: 401, body: { message: '401' } }],
  ['any request', { on: /./, status: 429, headers: { 'retry-after': '1' } }],
  // One file of sixty, one group of four: what upstream would go on without.
  ['one file', { on: /^HEAD .*100\/repository/, status: 503 }],
  ['one file', { on: /^HEAD .*100\/repository/, status: 429 }],
  ['members', { on: /^POST .*graphql/, status: 500 }],
  [
    'members',
    { on: /^POST .*graphql/, status: 200, body: { data: { group: null } } },
  ],
  [
    'members',
    {
      on: /^POST .*graphql/,
      status: 200,
      body: { errors: [{ message: 'Timeout on validation of query' }] },
    },
  ],
  ['leads', { on: /GET .*shop\/members\?/, status: 502 }],
] as const;

describe('the catalog with GitLab', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let gitlab: FakeGitlab;

  beforeEach(async () => {
    gitlab = await FakeGitlab.start({ instance: acme(), tokens: ['glpat'] });
  });
  afterEach(() => gitlab.stop());

  async function start(
    host = 'gitlab.example.com',
    restrictUsersToGroup = true,
  ) {
    const catalog = await startCatalog({
      gitlab,
      host,
      restrictUsersToGroup,
      knex: await databases.init('POSTGRES_18'),
    });
    await catalog.run();
    await catalog.settled('component', COMPONENTS);
    return catalog;
  }

  it.each([
    ['gitlab.example.com', true, USERS],
    ['gitlab.example.com', false, [...USERS, 'sub']],
    ['gitlab.com', false, [...USERS, 'sub']],
  ])(
    'reads projects, people and nested groups of %s, page by page; only members of the top: %s',
    async (host, restrictUsersToGroup, people) => {
      const { settled, entity } = await start(host, restrictUsersToGroup);
      await settled('user', people);
      await settled('group', GROUPS);

      expect(await entity('component:default/service-1')).toMatchObject({
        metadata: {
          annotations: {
            'backstage.io/source-location': `url:${gitlab.url}/acme/shop/service-1/-/blob/main/`,
          },
        },
      });
      const shop = await entity('group:default/shop');
      expect(shop?.metadata).toMatchObject({
        description: 'Sells things',
        annotations: {
          [`${host}/team-path`]: 'acme/shop',
          'waymark.dev/lead': 'user:default/ann',
        },
      });
      expect(shop?.relations?.filter(({ type }) => type !== 'ownerOf')).toEqual(
        [
          { type: 'childOf', targetRef: 'group:default/acme' },
          { type: 'hasMember', targetRef: 'user:default/ann' },
          { type: 'hasMember', targetRef: 'user:default/ben' },
          { type: 'parentOf', targetRef: 'group:default/shop-checkout' },
        ],
      );
      // No owner of its own: its maintainer leads.
      expect(
        (await entity('group:default/shop-checkout'))?.metadata.annotations,
      ).toMatchObject({ 'waymark.dev/lead': 'user:default/cho' });
      expect(
        (await entity('user:default/ann'))?.metadata.annotations,
      ).toMatchObject({ [`${host}/user-id`]: '1' });
    },
  );

  it('lets no power in from a project', async () => {
    const { settled, run, failures, entity, names } = await start();
    gitlab.instance.projects.push({
      id: 300,
      path_with_namespace: 'acme/evil',
      files: { 'catalog-info.yaml': `${component('evil')}${powerGrab}` },
    });
    await run();
    await settled('group', GROUPS);
    const [refused] = await until(failures, found => found.length === 1);
    expect(refused.unprocessed_entity.spec?.target).toBe(
      `${gitlab.url}/acme/evil/-/blob/main/catalog-info.yaml`,
    );
    expect(refused.errors?.[0].message).toMatch(
      /Entity group:default\/portal-admins at .* is not of an allowed kind/,
    );
    expect((await entity('group:default/portal-admins'))?.relations).toEqual([
      { type: 'childOf', targetRef: 'group:default/acme' },
      { type: 'hasMember', targetRef: 'user:default/eve' },
    ]);
    expect(await names('component')).not.toContain('evil');
  });

  it('takes from a project nothing of another project or namespace', async () => {
    const { settled, run, failures, names } = await start();
    await settled('component', COMPONENTS);
    const elsewhere = `${gitlab.url}/acme/evil/-/blob/main/catalog-info.yaml`;
    gitlab.instance.projects.push(
      {
        id: 301,
        path_with_namespace: 'acme/squatter',
        files: {
          'catalog-info.yaml': component('secrets').replace(
            'name: secrets',
            'name: secrets, namespace: platform',
          ),
        },
      },
      {
        id: 302,
        path_with_namespace: 'acme/reacher',
        files: {
          'catalog-info.yaml': `apiVersion: backstage.io/v1alpha1
kind: Location
metadata: { name: reach }
spec: { target: '${elsewhere}' }
`,
        },
      },
    );
    await run();
    const refused = await until(failures, found => found.length === 2);
    expect(refused.map(failure => failure.errors?.[0].message).sort()).toEqual([
      expect.stringContaining('component:platform/secrets of'),
      expect.stringContaining(`leads to ${elsewhere}, outside of its`),
    ]);
    expect(await names('component')).toEqual([...COMPONENTS].sort());
  });

  it('shows a push at once', async () => {
    const { entity, publish } = await start();
    const [project] = gitlab.instance.projects;
    project.files['catalog-info.yaml'] = component('service-1', 'second');
    await publish('gitlab.push', {
      object_kind: 'push',
      event_name: 'push',
      ref: 'refs/heads/main',
      project_id: project.id,
      project: {
        path_with_namespace: project.path_with_namespace,
        default_branch: 'main',
        web_url: `${gitlab.url}/${project.path_with_namespace}`,
      },
      commits: [{ added: [], removed: [], modified: ['catalog-info.yaml'] }],
    });
    const shown = await until(
      () => entity('component:default/service-1'),
      found => found?.metadata.description === 'second',
    );
    expect(shown?.metadata.name).toBe('service-1');
  });

  it('keeps everything while GitLab is away, wholly or in part', async () => {
    const { settled, run, names, entity } = await start();
    await settled('user', USERS);
    await settled('group', GROUPS);

    for (const [, fault] of OUTAGES) {
      gitlab.fail(fault);
      await run();
      expect(await names('component')).toEqual([...COMPONENTS].sort());
      expect(await names('group')).toEqual([...GROUPS].sort());
      expect(await names('user')).toEqual([...USERS].sort());
      gitlab.recover();
    }
    const shop = await entity('group:default/shop');
    expect(shop?.metadata.annotations).toHaveProperty(['waymark.dev/lead']);

    // What GitLab says is gone goes, once GitLab says it.
    const { instance } = gitlab;
    instance.projects.splice(0, 1);
    instance.groups.splice(2, 1);
    await run();
    await settled('component', COMPONENTS.slice(1));
    await settled('group', ['acme', 'shop', 'portal-admins']);
  });
});
