import { createReadStream } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createGunzip } from 'node:zlib';
import { ConfigReader } from '@backstage/config';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { CliGitService, readGitProviders } from '@waymark/git-node';
import {
  generateInto,
  readArguments,
  type DeliveriesTruth,
  type OrganisationTruth,
} from '@waymark/simulator';
import { parseAllDocuments } from 'yaml';
import { testDora } from './__testUtils__/testDora';
import { createBuiltInSources } from './builtInSources';

/** When the simulated past ends, and what time it is for the portal. */
const UNTIL = '2026-06-30T16:00:00Z';
const BASE_URL = 'http://git.example';

jest.setTimeout(180_000);

/** Every figure of an answer, by its path; how fresh it is, is no figure. */
function figuresIn(answer: object, at = ''): [string, unknown][] {
  return Object.entries(answer)
    .filter(([name]) => name !== 'freshness')
    .flatMap(([name, value]) =>
      typeof value === 'object' && value !== null
        ? figuresIn(value, `${at}${name}.`)
        : [[`${at}${name}`, value] as [string, unknown]],
    );
}

const isSame = (one: unknown, other: unknown) =>
  typeof one === 'number' && typeof other === 'number'
    ? Math.abs(one - other) <= 1e-6 * Math.max(1, Math.abs(other))
    : one === other;

/**
 * A simulated organisation, whose deliveries come in as an import and from its
 * Git repositories. The simulator knows what is true of them by code of its
 * own; the portal has to find the same.
 */
describe('figures of a simulated organisation', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  const now = () => new Date(UNTIL);
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'waymark-truth-'));
    await generateInto({
      out: path.join(folder, 'example'),
      request: readArguments({
        profile: 'ecommerce',
        services: '40',
        months: '3',
        until: UNTIL,
        seed: '1',
      }),
      now: now(),
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const inExample = (...names: string[]) =>
    path.join(folder, 'example', ...names);
  const readTruth = async <T>(name: string): Promise<T> =>
    JSON.parse(await readFile(inExample('truth', `${name}.json`), 'utf8'));

  /** The catalog as it is ingested: services by their own files, whose annotations count. */
  async function catalogOf(truth: OrganisationTruth): Promise<Entity[]> {
    const named = (kind: string, ref: string, spec: object): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { namespace: 'default', name: ref.split('/')[1] },
      spec: { ...spec },
    });
    const git = new CliGitService({
      credentials: { configFor: async () => [] },
      cacheDirectory: path.join(folder, 'cache'),
    });
    const services = truth.services.map(async ({ ref, repository }) => {
      const url = inExample('git', `${repository}.git`);
      const opened = await git.open({ url });
      const commit = await opened.revParse('main');
      const file = await opened.stat({ commit, path: 'catalog-info.yaml' });
      const [blob] = await opened.readBlobs({
        ids: [file!.id],
        maxBytes: 1_000_000,
      });
      const text = blob.status === 'ok' ? blob.content.toString('utf8') : '';
      const entities = parseAllDocuments(text).map(
        document => document.toJS() as Entity,
      );
      const entity = entities.find(
        ({ kind, metadata }) =>
          kind === 'Component' && metadata.name === ref.split('/')[1],
      )!;
      const { annotations } = entity.metadata;
      return {
        ...entity,
        metadata: {
          ...entity.metadata,
          namespace: 'default',
          annotations: {
            ...annotations,
            'backstage.io/source-location': `url:${BASE_URL}/${repository}/tree/main/`,
          },
        },
      };
    });
    return [
      ...truth.groups.map(({ ref, parent }) =>
        named('Group', ref, { type: 'team', children: [], parent }),
      ),
      ...truth.domains.map(({ ref, owner }) => named('Domain', ref, { owner })),
      ...truth.systems.map(({ ref, owner, domain }) =>
        named('System', ref, { owner, domain }),
      ),
      ...(await Promise.all(services)),
    ];
  }

  it('are what the simulator knows to be true, for every scope and window', async () => {
    const truth = await readTruth<DeliveriesTruth>('deliveries');
    const dora = await testDora(await databases.init('POSTGRES_18'), {
      now,
      sources: createBuiltInSources(now),
      entities: await catalogOf(await readTruth('organisation')),
      providers: readGitProviders(
        new ConfigReader({
          catalog: {
            providers: {
              git: { example: { root: inExample('git'), baseUrl: BASE_URL } },
            },
          },
        }),
      ),
    });
    for (const name of ['prod-eu', 'prod-us']) {
      await dora.mappings.put(
        { kind: 'environment', source: '*', name, tier: 'production' },
        mockCredentials.user(),
      );
    }
    const files = await readdir(inExample('deliveries'));
    // The latest month first, as the example does: late is normal.
    for (const file of files.filter(each => each.endsWith('.gz')).reverse()) {
      const past = createReadStream(inExample('deliveries', file));
      const { rejected } = await dora.importer.take(
        past.pipe(createGunzip()),
        'example',
      );
      expect(rejected).toEqual([]);
      await dora.settle();
    }
    // Deployments say which commits to ask Git about, so it is asked twice.
    for (let turn = 0; turn < 2; turn++) {
      await dora.gitCollector.run();
      await dora.settle();
    }

    const differences: string[] = [];
    let compared = 0;
    for (const { name, from, to, interval, metrics } of truth.windows) {
      for (const [scope, expected] of Object.entries(metrics)) {
        const answer = await dora.metricsOf({
          from,
          to,
          interval,
          scope: scope === 'organisation' ? undefined : scope,
        });
        const found = new Map(figuresIn(answer));
        for (const [figure, value] of figuresIn(expected)) {
          compared += 1;
          if (!isSame(found.get(figure), value)) {
            differences.push(
              `${name} ${scope} ${figure}: ${found.get(
                figure,
              )} instead of ${value}`,
            );
          }
        }
      }
    }
    expect(compared).toBeGreaterThan(20_000);
    expect(differences).toEqual([]);
  });
});
