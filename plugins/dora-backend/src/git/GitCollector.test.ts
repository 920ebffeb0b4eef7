import { rm } from 'node:fs/promises';
import { ConfigReader } from '@backstage/config';
import { TestDatabases } from '@backstage/backend-test-utils';
import { readGitProviders } from '@waymark/git-node';
import { TestGitRoot } from '@waymark/git-node/testUtils';
import { component, group, merged, testDora } from '../__testUtils__/testDora';

const at = (day: number, hour = 10) => new Date(Date.UTC(2026, 5, day, hour));

jest.setTimeout(60_000);

describe('Git collector', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let root: TestGitRoot;

  beforeEach(async () => {
    root = await TestGitRoot.create();
  });
  afterEach(() => root.dispose());

  async function start(annotations: Record<string, Record<string, string>>) {
    const providers = readGitProviders(
      new ConfigReader({
        catalog: {
          providers: {
            git: {
              example: { root: root.path, baseUrl: 'http://git.example' },
            },
          },
        },
      }),
    );
    return testDora(await databases.init('POSTGRES_18'), {
      providers,
      entities: [
        group('shop'),
        ...Object.entries(annotations).map(([name, each]) =>
          component(name, { annotations: each }),
        ),
      ],
    });
  }

  /** A branch with two commits that is merged, as `git merge --no-ff` does. */
  async function merge(name: string, day: number, file: string) {
    const main = await root.git(name, ['rev-parse', 'refs/heads/main']);
    await root.git(name, ['update-ref', 'refs/heads/topic', main]);
    await root.commit(
      name,
      { [file]: `a${day}` },
      { branch: 'topic', date: at(day, 1), message: 'first' },
    );
    const tip = await root.commit(
      name,
      { [file]: `b${day}` },
      { branch: 'topic', date: at(day, 2), message: 'second' },
    );
    const tree = await root.git(name, ['rev-parse', `${tip}^{tree}`]);
    const date = at(day, 8).toISOString();
    const id = await root.git(
      name,
      ['commit-tree', tree, '-m', `Merge ${file}`, '-p', main, '-p', tip],
      true,
      { env: { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date } },
    );
    await root.git(name, ['update-ref', 'refs/heads/main', id]);
    return id;
  }

  const tag = (repository: string, name: string, commit: string, day: number) =>
    root.git(repository, ['tag', '-a', '-m', name, name, commit], true, {
      env: { GIT_COMMITTER_DATE: at(day, 12).toISOString() },
    });

  it('gives a team without a webhook its figures, from merges and tags', async () => {
    const first = await root.commit(
      'acme/orders',
      { a: '1' },
      { date: at(1, 5) },
    );
    await tag('acme/orders', 'v1', first, 1);
    const second = await merge('acme/orders', 3, 'b');
    await tag('acme/orders', 'v2', second, 3);
    await tag('acme/orders', 'nightly', second, 4);
    const dora = await start({
      orders: {
        'waymark.dev/repository': 'acme/orders',
        'waymark.dev/deployments': 'tags:v*',
      },
    });
    const scope = 'component:default/orders';
    const collect = async () => {
      await dora.gitCollector.run();
      await dora.settle();
      // Ranges need what was derived of the tags.
      await dora.gitCollector.run();
      await dora.settle();
    };
    await collect();
    expect(await dora.metricsOf({ scope })).toMatchObject({
      deploymentFrequency: { n: 2 },
      leadTime: { n: 1, p50: 11 * 3600, stages: { deploy: { p50: 4 * 3600 } } },
    });
    const { items } = await dora.lists.changes(
      {
        scope,
        from: '2026-06-01',
        to: '2026-07-01',
        ownership: 'then',
        limit: 10,
        sort: 'newest',
      },
      {} as never,
    );
    expect(
      items.map(({ title, link, commits }) => [title, link?.method, commits]),
    ).toEqual([
      ['Merge b', 'commit-range', 2],
      ['change', 'merge-window', 1],
    ]);

    // Nothing new: nothing is sent again.
    const events = async () =>
      Number((await dora.knex('raw_event').count())[0].count);
    const before = await events();
    await collect();
    expect(await events()).toBe(before);

    const third = await merge('acme/orders', 9, 'c');
    await tag('acme/orders', 'v3', third, 9);
    await collect();
    expect(await dora.metricsOf({ scope })).toMatchObject({
      deploymentFrequency: { n: 3 },
      leadTime: { n: 2 },
    });
    expect(await events()).toBe(before + 2);
  });

  it('gives each service of a monorepo its own changes', async () => {
    const name = 'acme/mono';
    await root.commit(
      name,
      { 'services/a/x': '1', 'services/b/x': '1' },
      { date: at(1) },
    );
    await root.commit(
      name,
      { 'services/a/x': '2', 'services/b/x': '1' },
      { date: at(2), message: 'a only' },
    );
    const both = await root.commit(
      name,
      { 'services/a/x': '3', 'services/b/x': '3' },
      { date: at(3), message: 'both' },
    );
    await root.commit(
      name,
      { 'services/a/x': '3', 'services/b/x': '3', README: '1' },
      { date: at(4), message: 'none' },
    );
    await tag(name, 'b-1', both, 5);
    const location = (folder: string) => ({
      'backstage.io/source-location': `url:http://git.example/acme/mono/tree/main/services/${folder}/`,
    });
    const dora = await start({
      a: location('a'),
      b: { ...location('b'), 'waymark.dev/deployments': 'tags:b-*' },
    });
    await dora.gitCollector.run();
    await dora.settle();
    const { rows } = await dora.knex.raw(
      `SELECT c.title, m.service FROM change_service AS m JOIN change AS c USING (change_id)
       WHERE c.title <> 'change' ORDER BY c.merged_at, m.service`,
    );
    expect(rows).toEqual([
      { title: 'a only', service: 'component:default/a' },
      { title: 'both', service: 'component:default/a' },
      { title: 'both', service: 'component:default/b' },
    ]);
    expect(
      (await dora.metricsOf({ scope: 'component:default/b' }))
        .deploymentFrequency.n,
    ).toBe(1);
    expect(
      (await dora.metricsOf({ scope: 'component:default/a' }))
        .deploymentFrequency.n,
    ).toBe(0);
  });

  it('counts a branch whose every commit is a release', async () => {
    await root.commit('acme/site', { a: '1' }, { date: at(1) });
    await root.commit('acme/site', { a: '2' }, { date: at(2) });
    const dora = await start({
      site: {
        'waymark.dev/repository': 'acme/site',
        'waymark.dev/deployments': 'branch:main',
      },
    });
    await dora.gitCollector.run();
    await dora.settle();
    expect((await dora.metricsOf()).deploymentFrequency.n).toBe(2);
  });

  it('takes a pull request and its merge in Git as one change, whichever came first', async () => {
    for (const order of ['git first', 'pull request first']) {
      await root.dispose();
      root = await TestGitRoot.create();
      await root.commit('acme/orders', { a: '1' }, { date: at(1, 5) });
      const id = await merge('acme/orders', 3, 'b');
      // Its commits came to the main branch as they are.
      const ff = await root.commit('acme/orders', { c: '1' }, { date: at(4) });
      const dora = await start({
        orders: { 'github.com/project-slug': 'acme/orders' },
      });
      const pulls = () =>
        dora.send(
          [
            merged('acme/orders#1', at(3, 8).toISOString(), {
              mergeCommitSha: id,
              openedAt: at(2).toISOString(),
            }),
            merged('acme/orders#2', at(4, 11).toISOString(), {
              commitShas: [ff],
              openedAt: at(4, 9).toISOString(),
            }),
          ],
          'github',
        );
      const steps = [() => dora.gitCollector.run(), pulls];
      for (const step of order === 'git first' ? steps : steps.reverse()) {
        await step();
        await dora.settle();
      }
      const { rows } = await dora.knex.raw(
        `SELECT c.source, c.key FROM derived_change AS x JOIN change AS c USING (change_id) ORDER BY c.merged_at`,
      );
      expect(rows).toEqual([
        { source: 'git', key: expect.stringMatching(/^acme\/orders@/) },
        { source: 'github', key: 'acme/orders#1' },
        { source: 'github', key: 'acme/orders#2' },
      ]);
    }
  });

  it('says which repository it could not read, and reads the others', async () => {
    await root.commit('acme/good', { a: '1' }, { date: at(1) });
    const lost = await root.commit('acme/bad', { a: '1' }, { date: at(1) });
    await root.commit('acme/bad', { a: '2' }, { date: at(2) });
    const dora = await start({
      good: { 'waymark.dev/repository': 'acme/good' },
      bad: { 'waymark.dev/repository': 'acme/bad' },
    });
    // Its history has a hole.
    const objects = `${root.repositoryPath('acme/bad')}/objects`;
    await rm(`${objects}/${lost.slice(0, 2)}/${lost.slice(2)}`);
    await dora.gitCollector.run();
    const rows = await dora.knex('git_repository').orderBy('name');
    expect(rows).toMatchObject([
      { name: 'acme/bad', head: null, error: expect.any(String) },
      { name: 'acme/good', error: null },
    ]);
  });
});
