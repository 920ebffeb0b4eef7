import { TestDatabases, mockServices } from '@backstage/backend-test-utils';
import { TestGitRoot } from '@waymark/git-node/testUtils';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import { Knex } from 'knex';
import { migrate } from '../database/migrate';
import {
  TestIngestion,
  component,
  testProvider,
} from '../testUtils/TestIngestion';
import { OwnerNotices } from './OwnerNotices';

jest.setTimeout(60_000);

describe('messages to owners', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let root: TestGitRoot;
  let knex: Knex;
  let ingestion: TestIngestion;
  let sent: NotificationSendOptions[];
  let groups: string[];
  let failing: boolean;

  const notices = () =>
    new OwnerNotices({
      store: ingestion.store,
      notifications: {
        send: async options => {
          if (failing) {
            throw new Error('notifications are away');
          }
          sent.push(options);
        },
      },
      existing: async refs => refs.filter(ref => groups.includes(ref)),
      fallback: ['group:default/developer-platform'],
      urlOf: p =>
        `/git/${p.repository}/blob/main/${p.path}${
          p.line ? `#L${p.line}` : ''
        }`,
      logger: mockServices.logger.mock(),
    });
  const provider = (settings: object = {}) =>
    testProvider({
      root: root.path,
      entityFilename: '**/catalog-info.yaml',
      ...settings,
    });
  const scan = (settings?: object) =>
    ingestion.scanner.scanAll(provider(settings));
  const told = () =>
    sent.map(({ recipients, payload }) => [
      recipients.type === 'entity' && recipients.entityRef,
      payload.link,
    ]);

  beforeEach(async () => {
    root = await TestGitRoot.create();
    knex = await databases.init('POSTGRES_18');
    await migrate(mockServices.database({ knex, migrations: { skip: false } }));
    ingestion = new TestIngestion({ knex, logger: mockServices.logger.mock() });
    sent = [];
    failing = false;
    groups = ['group:default/shop', 'group:default/stock'];
  });
  afterEach(() => root.dispose());

  it('go to the owner of the last good version, once, however many scans and replicas there are', async () => {
    await root.commit('acme/orders', {
      'catalog-info.yaml': component('orders', 'shop'),
      'stock/catalog-info.yaml': component('stock', 'stock'),
    });
    await scan();
    await root.commit('acme/orders', {
      'catalog-info.yaml': component('orders', 'shop'),
      'stock/catalog-info.yaml': 'kind: [broken',
    });
    await scan();
    await Promise.all([notices().send(), notices().send(), notices().send()]);
    await scan();
    await notices().send();
    expect(told()).toEqual([
      [
        ['group:default/stock'],
        '/git/acme/orders/blob/main/stock/catalog-info.yaml#L1',
      ],
    ]);
    expect(sent[0].payload).toMatchObject({
      title:
        'stock/catalog-info.yaml in acme/orders cannot be read into the catalog',
      description: expect.stringContaining('last good version'),
      scope: 'catalog-git:p:acme/orders:stock/catalog-info.yaml',
    });

    // Mended and broken again: that is news.
    await root.commit('acme/orders', {
      'stock/catalog-info.yaml': component('stock', 'stock'),
    });
    await scan();
    await root.commit('acme/orders', { 'stock/catalog-info.yaml': 'kind: [' });
    await scan();
    await notices().send();
    expect(sent).toHaveLength(2);
    expect(sent[1].payload.title).toMatch(/cannot be read/);
  });

  it('are taken back when the file is mended, with those who were told, once', async () => {
    await root.commit('acme/orders', {
      'catalog-info.yaml': component('orders', 'shop'),
    });
    await scan();
    await root.commit('acme/orders', { 'catalog-info.yaml': 'kind: [broken' });
    await scan();
    await notices().send();
    await scan();
    await notices().send();
    expect(sent).toHaveLength(1);

    // Its new owner was never told that it broke.
    await root.commit('acme/orders', {
      'catalog-info.yaml': component('orders', 'stock'),
    });
    await scan();
    failing = true;
    await notices().send();
    failing = false;
    await Promise.all([notices().send(), notices().send()]);
    await notices().send();
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual({
      recipients: { type: 'entity', entityRef: ['group:default/shop'] },
      payload: expect.objectContaining({
        title: 'catalog-info.yaml in acme/orders is in order again',
        link: '/git/acme/orders/blob/main/catalog-info.yaml',
        severity: 'low',
        scope: sent[0].payload.scope,
      }),
    });
  });

  it('are taken back when the file is gone, and not while another problem of it is left', async () => {
    const broken = (name: string) =>
      component(name, 'shop').replace('type: service', 'type: 7');
    await root.commit('acme/orders', {
      'catalog-info.yaml': component('one', 'shop'),
    });
    await scan();
    await root.commit('acme/orders', {
      'catalog-info.yaml': `${broken('one')}---\n${broken('two')}`,
    });
    await scan();
    await notices().send();
    await root.commit('acme/orders', { 'catalog-info.yaml': broken('one') });
    await scan();
    await notices().send();
    expect(sent).toHaveLength(1);

    await root.commit('acme/orders', { 'README.md': 'no more' });
    await scan();
    await notices().send();
    expect(sent.map(({ payload }) => payload.title)).toEqual([
      'catalog-info.yaml in acme/orders cannot be read into the catalog',
      'catalog-info.yaml in acme/orders is in order again',
    ]);
  });

  it('are not sent for what a repository, or other settings, bring along', async () => {
    for (let n = 0; n < 5; n++) {
      await root.commit(`acme/r${n}`, { 'catalog-info.yaml': 'kind: [' });
    }
    await root.commit('acme/fine', { 'catalog-info.yaml': component('fine') });
    await scan();
    await scan({ allow: { kinds: ['API'] } });
    await notices().send();
    expect(await ingestion.codes()).toHaveLength(6);
    expect(sent).toEqual([]);
  });

  it('go to an owner of the repository, else to those who run the portal', async () => {
    await root.commit('acme/orders', {
      'catalog-info.yaml': component('orders'),
    });
    await root.commit('acme/none', { 'README.md': 'nothing yet' });
    await scan();
    await root.commit('acme/orders', {
      'catalog-info.yaml': component('orders'),
      'new/catalog-info.yaml': 'kind: [',
    });
    await root.commit('acme/none', { 'catalog-info.yaml': 'kind: [' });
    await scan();
    await notices().send();
    expect(
      told()
        .map(([to]) => to)
        .sort(),
    ).toEqual([['group:default/developer-platform'], ['group:default/shop']]);

    groups = [];
    await root.commit('acme/orders', { 'catalog-info.yaml': 'kind: [' });
    await scan();
    await notices().send();
    expect(
      sent
        .filter(({ payload }) => payload.severity === 'high')
        .map(({ recipients }) =>
          recipients.type === 'entity' ? recipients.entityRef : [],
        )
        .at(-1),
    ).toEqual(['group:default/developer-platform']);
  });

  it('are sent later when they cannot be sent now', async () => {
    await root.commit('acme/orders', {
      'catalog-info.yaml': component('orders'),
    });
    await scan();
    await root.commit('acme/orders', { 'catalog-info.yaml': 'kind: [' });
    await scan();
    failing = true;
    await notices().send();
    failing = false;
    await notices().send();
    await notices().send();
    expect(sent).toHaveLength(1);
  });

  it('are not about repositories that cannot be reached', async () => {
    await root.commit('acme/orders', {
      'catalog-info.yaml': component('orders'),
    });
    const urls = {
      root: undefined,
      urls: [root.repositoryPath('acme/orders')],
    };
    await scan(urls);
    await root.remove('acme/orders');
    await scan(urls);
    await notices().send();
    expect(await ingestion.codes()).toEqual(['not-found acme/orders']);
    expect(sent).toEqual([]);
  });

  it('find problems for their owners, and why an entity is old', async () => {
    await root.commit('acme/orders', {
      'catalog-info.yaml': `${component('one', 'shop')}---\n${component(
        'two',
        'stock',
      )}`,
    });
    await scan();
    await root.commit('acme/orders', {
      'catalog-info.yaml': `${component('one', 'shop')}---\n${component(
        'two',
        'stock',
      ).replace('type: service', 'type: 7')}`,
    });
    await scan();
    const own = async (...owners: string[]) =>
      (await ingestion.store.listOwnProblems({ owners, limit: 10 })).items.map(
        p => p.entityRef,
      );
    expect(await own('group:default/stock')).toEqual(['component:default/two']);
    expect(await own('group:default/shop', 'user:default/jane')).toEqual([]);
    expect(await own()).toEqual([]);
    const of = async (name: string) =>
      (
        await ingestion.store.listEntityProblems(`component:default/${name}`)
      ).map(p => p.code);
    expect(await of('two')).toEqual(['schema']);
    expect(await of('one')).toEqual([]);

    await root.commit('acme/orders', { 'catalog-info.yaml': 'kind: [' });
    await scan();
    expect(await of('one')).toEqual(['yaml-syntax']);
    expect(await own('group:default/shop')).toHaveLength(1);
    const past = await ingestion.store.listPastProblems({
      provider: 'p',
      name: 'acme/orders',
    });
    expect(past.map(p => p.code)).toEqual(['schema']);
  });

  it.each([
    ['shop', 'group:default/shop'],
    ['User:Jane', 'user:default/jane'],
    ['group:other/Shop', 'group:other/shop'],
    ['other/shop', 'group:other/shop'],
  ])('reads the owner %s as %s', async (owner, expected) => {
    await root.commit('acme/orders', {
      'catalog-info.yaml': component('orders', `'${owner}'`),
    });
    await scan();
    expect((await knex('entity').first('owner_ref')).owner_ref).toBe(expected);
  });
});
