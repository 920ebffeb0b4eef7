import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { CliGitService, type GitProviderConfig } from '@waymark/git-node';
import type { DeliverySource } from '@waymark/plugin-dora-node';
import type { Knex } from 'knex';
import { readDoraConfig } from '../config';
import { createServices } from '../createServices';
import { migrate } from '../database/migrate';
import { gitSource } from '../git/gitSource';
import { SourceRegistry } from '../ingest/SourceRegistry';
import { testSource, type TestEvent } from './testSource';

export const NOW = new Date('2026-06-30T12:00:00Z');

export const component = (
  name: string,
  options: {
    owner?: string;
    annotations?: Record<string, string>;
    system?: string;
  } = {},
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default', annotations: options.annotations },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: options.owner ?? 'group:default/shop',
    ...(options.system && { system: options.system }),
  },
});

export const group = (name: string, parent?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [], ...(parent && { parent }) },
});

/** The plugin's services on a database, without HTTP, at a fixed time. For tests only. */
export async function testDora(
  knex: Knex,
  options: {
    entities?: Entity[];
    now?: () => Date;
    migrated?: boolean;
    providers?: GitProviderConfig[];
    /** Default: sources that take what tests say. */
    sources?: readonly DeliverySource[];
  } = {},
) {
  const {
    entities = [
      group('company'),
      group('shop', 'company'),
      group('bank', 'company'),
      component('orders', {
        annotations: { 'github.com/project-slug': 'acme/orders' },
      }),
      component('payments', { owner: 'group:default/bank' }),
    ],
    now = () => NOW,
    providers = [],
  } = options;
  if (!options.migrated) {
    await migrate(mockServices.database({ knex, migrations: { skip: false } }));
  }
  const logger = mockServices.logger.mock();
  const sources = new SourceRegistry();
  const known = options.sources ?? [
    testSource('cdevents'),
    testSource('github'),
    gitSource,
  ];
  known.forEach(source => sources.addSource(source));
  const services = createServices({
    knex,
    config: readDoraConfig(
      mockServices.rootConfig({
        data: {
          waymark: { privacy: { pseudonymKey: 'only-for-the-tests' } },
        },
      }),
    ),
    sources,
    metrics: { ingested: () => {}, worked: () => {} },
    auth: mockServices.auth(),
    catalog: catalogServiceMock({ entities }),
    git: new CliGitService({
      credentials: { configFor: async () => [] },
      cacheDirectory: '/nonexistent',
    }),
    providers,
    userInfo: mockServices.userInfo(),
    logger,
    now,
  });
  await services.catalogSync.run();
  const send = (events: TestEvent[], source = 'cdevents') =>
    services.ingest.take(
      {
        source: sources.get(source),
        request: {
          headers: {},
          rawBody: Buffer.alloc(0),
          body: JSON.parse(JSON.stringify(events)),
        },
      },
      'live',
    );
  const settle = async () => {
    await services.pipeline.run();
    // A stage that fails is tried again by itself; here nothing may fail unseen.
    const failures = logger.warn.mock.calls.map(call => JSON.stringify(call));
    logger.warn.mockClear();
    if (failures.length > 0) {
      throw new Error(failures.join('\n'));
    }
  };
  const metrics = (
    query: Partial<Parameters<typeof services.metrics.read>[0]> = {},
  ) =>
    services.metrics.read(
      {
        from: '2026-06-01',
        to: '2026-07-01',
        interval: 'week',
        ownership: 'then',
        ...query,
      },
      mockCredentials.service(),
    );
  return { ...services, send, settle, metricsOf: metrics };
}

let sequence = 0;

/** A deployment to production, as an event. */
export function deployed(
  key: string,
  finishedAt: string,
  options: Record<string, string | boolean | string[]> = {},
): TestEvent {
  const { id = `event-${++sequence}`, ...rest } = options;
  return {
    id: String(id),
    at: finishedAt,
    says: [
      {
        kind: 'deployment',
        key,
        at: finishedAt,
        service: 'component:default/orders',
        environment: 'production',
        finishedAt,
        result: 'success',
        commitSha: key.padStart(40, '0'),
        ...rest,
      },
    ],
  };
}

/** A merged change, as an event. */
export function merged(
  key: string,
  mergedAt: string,
  options: Record<string, string | boolean | string[]> = {},
): TestEvent {
  return {
    id: `event-${++sequence}`,
    at: mergedAt,
    says: [
      {
        kind: 'change',
        key,
        at: mergedAt,
        repository: 'acme/orders',
        state: 'merged',
        mergedAt,
        ...options,
      },
    ],
  };
}

/** Something about an incident, as an event. */
export function incident(
  key: string,
  at: string,
  state: string,
  options: Record<string, string> = {},
): TestEvent {
  return {
    id: `event-${++sequence}`,
    at,
    says: [
      {
        kind: 'incident',
        key,
        at,
        service: 'component:default/orders',
        state,
        ...options,
      },
    ],
  };
}
