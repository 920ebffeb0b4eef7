import { ConfigReader } from '@backstage/config';
import type { Entity } from '@backstage/catalog-model';
import { readGitProviders } from '@waymark/git-node';
import { RepositoryLocator } from '../reader/RepositoryLocator';
import { RepositoryRulesProcessor } from './RepositoryRulesProcessor';

const ORDERS = 'https://github.com/acme/orders/blob/main/catalog-info.yaml';

const component = (namespace?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'orders', ...(namespace && { namespace }) },
  spec: { type: 'service', lifecycle: 'production', owner: 'shop' },
});
const location = (spec: {
  target?: string;
  targets?: string[];
  type?: string;
}): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Location',
  metadata: { name: 'all' },
  spec,
});

function check(
  entity: Entity,
  places: { at?: string; origin?: string; originType?: string } = {},
  catalog: object = {},
) {
  const config = new ConfigReader({
    catalog: {
      providers: {
        git: {
          people: {
            root: '/srv/git',
            baseUrl: 'https://portal.example.com/git',
            include: ['acme/*'],
            allow: { namespaces: ['default', 'shop'] },
          },
        },
      },
      ...catalog,
    },
    integrations: {
      github: [{ host: 'github.com' }],
      gitlab: [{ host: 'gitlab.com' }],
    },
  });
  const processor = RepositoryRulesProcessor.fromConfig(config, {
    plainGit: new RepositoryLocator({ providers: readGitProviders(config) }),
  });
  const { at = ORDERS, origin = at, originType = 'url' } = places;
  return processor.preProcessEntity(
    entity,
    { type: 'url', target: at },
    () => {},
    { type: originType, target: origin },
  );
}

describe('RepositoryRulesProcessor', () => {
  it('lets through what stays at home', async () => {
    const entity = component();
    await expect(check(entity)).resolves.toBe(entity);
    await check(location({ targets: ['./services/*.yaml', '../docs/x.yaml'] }));
    await check(
      location({ target: 'https://GitHub.com/acme/Orders/blob/dev/x.yaml' }),
    );
  });

  it('names the entity, the file and the remedy of a foreign namespace', async () => {
    await expect(check(component('platform'))).rejects.toThrow(
      `component:platform/orders of ${ORDERS} is in a namespace that its repository may not use; allowed are default. Change metadata.namespace, or catalog.repositoryRules.namespaces`,
    );
  });

  it.each([['platform'], ['*']])(
    'allows the namespaces of the configuration: %s',
    async name => {
      const rules = { repositoryRules: { namespaces: [name] } };
      const entity = component('platform');
      await expect(check(entity, {}, rules)).resolves.toBe(entity);
      // What the catalog makes for a registered URL is in the default one.
      const made = location({ target: ORDERS });
      await expect(check(made, {}, rules)).resolves.toBe(made);
    },
  );

  it.each([
    ['another repository', 'https://github.com/acme/billing/blob/main/a.yaml'],
    ['another owner', 'https://github.com/mallory/orders/blob/main/a.yaml'],
    ['another host', 'https://gitlab.com/acme/orders/-/blob/main/a.yaml'],
    ['no repository', 'https://example.com/a.yaml'],
  ])('refuses a location that leads to %s', async (_, target) => {
    const outside = `location:default/all of ${ORDERS} leads to ${target}, outside of its repository`;
    await expect(check(location({ target }))).rejects.toThrow(outside);
    await expect(
      check(location({ targets: ['./here.yaml', target] })),
    ).rejects.toThrow(outside);
  });

  it('refuses an entity that was read elsewhere than where its way began', async () => {
    await expect(
      check(component(), {
        at: 'https://github.com/acme/billing/blob/main/a.yaml',
        origin: ORDERS,
      }),
    ).rejects.toThrow('outside of its repository');
  });

  it('tells projects in nested groups of GitLab apart', async () => {
    const at =
      'https://gitlab.com/acme/shop/orders/-/blob/main/catalog-info.yaml';
    await check(location({ target: './more.yaml' }), { at });
    await expect(
      check(
        location({
          target: 'https://gitlab.com/acme/bank/orders/-/blob/main/more.yaml',
        }),
        { at },
      ),
    ).rejects.toThrow('outside of its repository');
  });

  it('leaves alone what the operator wrote down, and people and groups', async () => {
    const elsewhere = location({
      target: 'https://github.com/acme/billing/blob/main/a.yaml',
    });
    await check(
      elsewhere,
      {},
      { locations: [{ type: 'url', target: ORDERS }] },
    );
    await expect(
      check(elsewhere, { origin: '/etc/waymark', originType: 'file' }),
    ).resolves.toBe(elsewhere);
    const team = {
      ...component('platform'),
      kind: 'Group',
      spec: { type: 'team', children: [] },
    };
    await expect(check(team, { at: 'https://github.com/acme' })).resolves.toBe(
      team,
    );
  });

  describe('for plain Git', () => {
    const at = 'https://portal.example.com/git/acme/orders/blob/main/c.yaml';
    const billing =
      'https://portal.example.com/git/acme/billing/blob/main/c.yaml';

    it('takes the namespaces of the provider', async () => {
      await check(component('shop'), { at });
      await expect(check(component('platform'), { at })).rejects.toThrow(
        'allowed are default, shop. Change metadata.namespace, or catalog.providers.git.people.allow.namespaces',
      );
    });

    it('keeps locations in their repository', async () => {
      await check(location({ targets: ['./more.yaml', at] }), { at });
      for (const target of [billing, '../../../billing/blob/main/c.yaml']) {
        await expect(check(location({ target }), { at })).rejects.toThrow(
          'outside of its repository',
        );
      }
      await expect(
        check(component(), { at: billing, origin: at }),
      ).rejects.toThrow('outside of its repository');
    });
  });
});
