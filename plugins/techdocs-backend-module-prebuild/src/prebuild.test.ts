import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createPrebuild } from './prebuild';

const component = (name: string, documented: boolean): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: documented ? { 'backstage.io/techdocs-ref': 'dir:.' } : {},
  },
});

function setUp(buildSite: (ref: string) => Promise<boolean>, ready = true) {
  const asked: string[] = [];
  const logger = mockServices.logger.mock();
  let now = new Date('2026-01-01T00:00:00Z');
  const prebuild = createPrebuild({
    auth: mockServices.auth(),
    catalog: catalogServiceMock({
      entities: [
        component('orders', true),
        component('plain', false),
        component('payments', true),
      ],
    }),
    logger,
    isGeneratorReady: async () => ready,
    buildSite: async ref => {
      asked.push(ref);
      return buildSite(ref);
    },
    now: () => now,
  });
  const pass = async (at: string) => {
    now = new Date(at);
    asked.length = 0;
    await prebuild(new AbortController().signal);
    return [...asked];
  };
  return { pass, logger };
}

describe('createPrebuild', () => {
  it('brings every documented entity up to date and no other', async () => {
    const { pass, logger } = setUp(async () => true);
    expect((await pass('2026-01-01T00:00:00Z')).sort()).toEqual([
      'component:default/orders',
      'component:default/payments',
    ]);
    expect(logger.info).toHaveBeenCalledWith(expect.any(String), {
      built: 2,
      failed: 0,
    });
  });

  it('says nothing when nothing changed', async () => {
    const { pass, logger } = setUp(async () => false);
    await pass('2026-01-01T00:00:00Z');
    expect(logger.info).not.toHaveBeenCalled();
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('leaves a failing site alone for an hour, and goes on with the others', async () => {
    const { pass, logger } = setUp(async ref => {
      if (ref.includes('orders')) throw new Error('mkdocs.yml is not valid');
      return false;
    });
    expect(await pass('2026-01-01T00:00:00Z')).toHaveLength(2);
    expect(await pass('2026-01-01T00:59:00Z')).toEqual([
      'component:default/payments',
    ]);
    expect(await pass('2026-01-01T01:01:00Z')).toHaveLength(2);
    expect(logger.warn).toHaveBeenCalledTimes(2);
    expect(logger.warn).toHaveBeenCalledWith(
      'Documentation of component:default/orders: mkdocs.yml is not valid',
    );
  });

  it('does nothing without a generator', async () => {
    const { pass } = setUp(async () => true, false);
    expect(await pass('2026-01-01T00:00:00Z')).toEqual([]);
  });
});
