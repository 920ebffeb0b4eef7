import { CliGitService } from '../CliGitService';
import { TestGitRoot } from '../testUtils';

describe('tags and merges', () => {
  let root: TestGitRoot;
  const service = () =>
    new CliGitService({
      credentials: { configFor: async () => [] },
      cacheDirectory: '/nonexistent',
    });

  beforeEach(async () => {
    root = await TestGitRoot.create();
  });
  afterEach(() => root.dispose());

  it('lists tags of commits newest first, annotated ones by their own date', async () => {
    const first = await root.commit(
      'acme/orders',
      { a: '1' },
      { date: new Date('2026-01-01T00:00:00Z') },
    );
    const second = await root.commit(
      'acme/orders',
      { a: '2' },
      { date: new Date('2026-01-02T00:00:00Z') },
    );
    await root.git('acme/orders', ['tag', 'v1', first]);
    await root.git('acme/orders', ['tag', 'v2', second]);
    await root.git(
      'acme/orders',
      ['tag', '-a', '-m', 'late', 'v1-late', first],
      true,
      {
        env: { GIT_COMMITTER_DATE: '2026-01-03T00:00:00Z' },
      },
    );
    await root.git('acme/orders', ['tag', 'tree', `${first}^{tree}`]);

    const repository = await service().open({
      url: root.repositoryPath('acme/orders'),
    });
    expect(await repository.tags()).toEqual([
      { name: 'v1-late', commit: first, at: new Date('2026-01-03T00:00:00Z') },
      { name: 'v2', commit: second, at: new Date('2026-01-02T00:00:00Z') },
      { name: 'v1', commit: first, at: new Date('2026-01-01T00:00:00Z') },
    ]);
    expect(await repository.tags({ maxCount: 1 })).toHaveLength(1);
  });

  it('leaves merges out of a log on request', async () => {
    const base = await root.commit('acme/orders', { a: '1' });
    const side = await root.commit('acme/orders', { a: '1', b: '1' });
    const tree = await root.git('acme/orders', ['rev-parse', `${side}^{tree}`]);
    const merge = await root.git('acme/orders', [
      'commit-tree',
      tree,
      '-m',
      'merge',
      '-p',
      base,
      '-p',
      side,
    ]);
    await root.git('acme/orders', ['update-ref', 'refs/heads/main', merge]);

    const repository = await service().open({
      url: root.repositoryPath('acme/orders'),
    });
    const ids = async (noMerges: boolean) =>
      (
        await repository.log({ ref: merge, notReachableFrom: base, noMerges })
      ).map(c => c.id);
    expect(await ids(false)).toEqual([merge, side]);
    expect(await ids(true)).toEqual([side]);
  });
});
