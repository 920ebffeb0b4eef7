import { TestDatabases } from '@backstage/backend-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { Knex } from 'knex';
import { hashEntity } from '../domain/hashEntity';
import { GoodDocument, RepositoryReading } from '../domain/types';
import { emptyReading } from '../reading/readRepository';
import { DatabaseIngestionStore } from './DatabaseIngestionStore';
import { migrate } from './migrate';

const NOW = new Date('2026-03-01T10:00:00Z');
const LATER = new Date('2026-03-02T10:00:00Z');

function good(name: string, description = '', document = 0): GoodDocument {
  const entity: Entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', description },
  };
  return {
    path: 'catalog-info.yaml',
    document,
    line: 1,
    kind: 'Component',
    entityRef: `component:default/${name}`,
    hash: hashEntity(entity),
    entity,
  };
}

const reading = (documents: GoodDocument[]): RepositoryReading => ({
  ...emptyReading(),
  good: documents,
  visited: new Set(['catalog-info.yaml']),
});

const broken = (
  code: 'yaml-syntax' | 'schema',
  document = 0,
): RepositoryReading => {
  const place = { path: 'catalog-info.yaml', document, line: 3 };
  return {
    ...reading([]),
    failed: [{ ...place, problem: { ...place, code, reason: 'wrong' } }],
  };
};

describe('DatabaseIngestionStore', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let knex: Knex;
  let store: DatabaseIngestionStore;

  beforeEach(async () => {
    knex = await databases.init('POSTGRES_18');
    await migrate(mockServices.database({ knex, migrations: { skip: false } }));
    store = new DatabaseIngestionStore({ knex });
  });

  async function apply(
    name: string,
    content: RepositoryReading,
    options: {
      provider?: string;
      commit?: string;
      now?: Date;
      kinds?: string[];
      expectedVersion?: string;
    } = {},
  ) {
    const provider = options.provider ?? 'p';
    const known = await store.getKnown({ provider, name });
    return store.applyReading({
      repository: { provider, name, url: `/git/${name}.git` },
      branch: 'main',
      commit: options.commit ?? 'c1',
      configHash: 'h',
      expectedVersion: options.expectedVersion ?? known?.version,
      reading: content,
      allow: { kinds: options.kinds ?? ['Component'], namespaces: ['default'] },
      isEntityFile: path => path === 'catalog-info.yaml',
      now: options.now ?? NOW,
    });
  }

  async function feed(provider = 'p') {
    const { changes } = await store.listChanges({ provider, limit: 100 });
    return changes.map(
      c =>
        `${c.entity ? '+' : '-'} ${c.entityRef.split('/')[1]} ${c.repository}`,
    );
  }

  async function drain(provider = 'p') {
    const page = await store.listChanges({ provider, limit: 1000 });
    await store.acknowledge({ provider, cursor: page.cursor });
  }

  const problems = async () =>
    (await store.listProblems({ limit: 50 })).items.map(p =>
      `${p.code} ${p.repository} ${p.entityRef ?? ''}`.trim(),
    );

  it('emits an entity again only when its content changed', async () => {
    await apply('acme/a', reading([good('a'), good('b', '', 1)]));
    expect(await feed()).toEqual(['+ a acme/a', '+ b acme/a']);
    await drain();

    await apply('acme/a', reading([good('a'), good('b', 'new', 1)]), {
      commit: 'c2',
    });
    const { changes } = await store.listChanges({ provider: 'p', limit: 10 });
    expect(changes.map(c => c.entity?.metadata)).toEqual([
      expect.objectContaining({
        name: 'b',
        annotations: { 'waymark.dev/git-commit': 'c2' },
      }),
    ]);
    const all = await store.listChanges({ provider: 'p', after: 0, limit: 10 });
    expect(all.changes.map(c => c.entity?.metadata.annotations)).toEqual([
      { 'waymark.dev/git-commit': 'c1' },
      { 'waymark.dev/git-commit': 'c2' },
    ]);
  });

  it('pages the feed and repeats it until it is acknowledged', async () => {
    await apply(
      'acme/a',
      reading(['a', 'b', 'c'].map((n, i) => good(n, '', i))),
    );
    const first = await store.listChanges({ provider: 'p', limit: 2 });
    expect(first).toMatchObject({ more: true });
    expect(await store.listChanges({ provider: 'p', limit: 2 })).toEqual(first);
    await store.acknowledge({ provider: 'p', cursor: first.cursor });
    const second = await store.listChanges({ provider: 'p', limit: 2 });
    expect(second.more).toBe(false);
    expect(second.changes.map(c => c.entityRef)).toEqual([
      'component:default/c',
    ]);
    // Neither back nor beyond what exists.
    const far = await store.acknowledge({ provider: 'p', cursor: 10 ** 9 });
    expect(far).toBe(second.cursor);
    await expect(store.acknowledge({ provider: 'p', cursor: 1 })).resolves.toBe(
      far,
    );
  });

  it('keeps the last good version of what fails, and since when it fails', async () => {
    await apply('acme/a', reading([good('a')]));
    await drain();
    await apply('acme/a', broken('schema'), { commit: 'c2' });
    await apply('acme/a', broken('schema'), { commit: 'c3', now: LATER });
    expect(await feed()).toEqual([]);
    const [problem] = (await store.listProblems({ limit: 5 })).items;
    expect(problem).toMatchObject({
      code: 'schema',
      line: 3,
      since: NOW,
      lastGoodCommit: 'c1',
    });
    await apply('acme/a', reading([good('a', 'fixed')]), { commit: 'c4' });
    expect(await feed()).toEqual(['+ a acme/a']);
    expect(await problems()).toEqual([]);
  });

  it('keeps the documents after a syntax error, which may have swallowed them', async () => {
    await apply(
      'acme/a',
      reading([good('a'), good('b', '', 1), good('c', '', 2)]),
    );
    await drain();
    const half = broken('yaml-syntax', 1);
    await apply('acme/a', { ...half, good: [good('a')] });
    expect(await feed()).toEqual([]);
    const other = broken('schema', 1);
    await apply('acme/a', { ...other, good: [good('a')] });
    expect(await feed()).toEqual(['- c acme/a']);
  });

  it('keeps everything of a repository that has no commit any more', async () => {
    await apply('acme/a', reading([good('a')]));
    await drain();
    await apply('acme/a', {
      ...emptyReading(),
      unreadable: { path: '', code: 'empty-repository', reason: 'empty' },
    });
    expect(await feed()).toEqual([]);
    expect(await problems()).toEqual(['empty-repository acme/a']);
  });

  it('drops what the source may no longer provide, even while the file fails', async () => {
    await apply('acme/a', reading([good('a')]));
    await drain();
    await apply('acme/a', broken('yaml-syntax'), { kinds: ['API'] });
    expect(await feed()).toEqual(['- a acme/a']);
  });

  it('lets the first owner keep a name, and the second take over', async () => {
    await apply('acme/first', reading([good('x', 'of first')]));
    await apply('acme/second', reading([good('x', 'of second')]));
    expect(await feed()).toEqual(['+ x acme/first']);
    expect(await problems()).toEqual([
      'duplicate acme/second component:default/x',
    ]);
    // The owner stays the owner when it changes, and when the other does.
    await apply('acme/first', reading([good('x', 'again')]));
    await apply('acme/second', reading([good('x', 'again')]));
    expect(await feed()).toEqual(['+ x acme/first']);
    await drain();

    const given = await apply('acme/first', reading([]));
    expect(given).toMatchObject({ changes: ['p', 'p'] });
    expect(await feed()).toEqual(['- x acme/first', '+ x acme/second']);
    expect(await problems()).toEqual([]);
    // Coming back does not bring the name back.
    await apply('acme/first', reading([good('x', 'mine!')]));
    expect(await feed()).toEqual(['- x acme/first', '+ x acme/second']);
    expect(await problems()).toEqual([
      'duplicate acme/first component:default/x',
    ]);
  });

  it('reports a name that one repository uses twice', async () => {
    await apply('acme/a', reading([good('x'), good('x', 'twin', 1)]));
    expect(await feed()).toEqual(['+ x acme/a']);
    expect(await problems()).toEqual(['duplicate acme/a component:default/x']);
  });

  it('holds a name back until the other provider has removed it', async () => {
    await apply('acme/a', reading([good('x')]), { provider: 'p' });
    await apply('acme/b', reading([good('x')]), { provider: 'q' });
    await drain('p');
    await apply('acme/a', reading([]), { provider: 'p' });
    expect(await feed('q')).toEqual([]);
    await drain('p');
    expect(await feed('q')).toEqual(['+ x acme/b']);
  });

  it('gives each name to exactly one owner when many scans race', async () => {
    const names = ['a', 'b', 'c', 'd'];
    await Promise.all(
      [...Array(12).keys()].map(n =>
        apply(
          `acme/r${n}`,
          reading([n, n + 1].map((k, i) => good(names[k % 4], `${n}`, i))),
        ),
      ),
    );
    const owners = await feed();
    expect(owners.map(line => line.split(' ')[1]).sort()).toEqual(names);
    expect(await problems()).toHaveLength(24 - 4);
  });

  it('discards a reading that started from an older state', async () => {
    await apply('acme/a', reading([good('a')]));
    const { version } = (await store.getKnown({
      provider: 'p',
      name: 'acme/a',
    }))!;
    await apply('acme/a', reading([good('a', 'newer')]), { commit: 'c2' });
    await expect(
      apply('acme/a', reading([good('a', 'older')]), {
        commit: 'c1',
        expectedVersion: version,
      }),
    ).resolves.toEqual({ status: 'stale' });
    const known = await store.getKnown({ provider: 'p', name: 'acme/a' });
    expect(known?.commit).toBe('c2');
  });

  it('keeps the entities of an unreachable repository, and recovers', async () => {
    await apply('acme/a', reading([good('a')]));
    await drain();
    const repository = {
      provider: 'p',
      name: 'acme/a',
      url: '/git/acme/a.git',
    };
    const failed = { repository, code: 'unreachable', retryAt: LATER } as const;
    await store.markFailed({ ...failed, reason: 'away', now: NOW });
    await store.markFailed({ ...failed, reason: 'still', now: LATER });
    expect(await feed()).toEqual([]);
    const [problem] = (await store.listProblems({ limit: 5 })).items;
    expect(problem).toMatchObject({
      code: 'unreachable',
      reason: 'still',
      since: NOW,
      lastGoodCommit: 'c1',
    });
    expect((await store.count()).repositories.unreachable).toBe(1);
    await store.markUnchanged({ provider: 'p', names: ['acme/a'], now: LATER });
    expect(await problems()).toEqual([]);
    expect((await store.count()).repositories.ok).toBe(1);
  });

  it('forgets a repository after two listings in a row without it', async () => {
    await apply('acme/a', reading([good('a')]));
    await apply('acme/b', reading([good('b')]));
    await drain();
    const list = (names: string[]) =>
      store.recordListing({ provider: 'p', names, now: NOW });
    expect((await list(['acme/b'])).forgotten).toEqual([]);
    await store.markUnchanged({ provider: 'p', names: ['acme/a'], now: NOW });
    expect((await list(['acme/b'])).forgotten).toEqual([]);
    expect(await list(['acme/b'])).toEqual({
      forgotten: ['acme/a'],
      changes: ['p'],
    });
    expect(await feed()).toEqual(['- a acme/a']);
  });

  it('drops providers that are no longer configured and passes their names on', async () => {
    await apply('acme/a', reading([good('x')]), { provider: 'old' });
    await apply('acme/b', reading([good('x')]), { provider: 'p' });
    await store.keepProviders({ providers: ['p'], now: NOW });
    expect(await feed()).toEqual(['+ x acme/b']);
    expect((await store.listKnown('old')).length).toBe(0);
  });

  it('lists repositories and problems page by page', async () => {
    for (const name of ['acme/a', 'acme/b', 'other/c']) {
      await apply(name, broken('schema'));
    }
    const first = await store.listRepositories({ limit: 2 });
    expect(first.items.map(r => r.name)).toEqual(['acme/a', 'acme/b']);
    const rest = await store.listRepositories({
      limit: 2,
      cursor: first.nextCursor!,
    });
    expect(rest.items.map(r => r.name)).toEqual(['other/c']);
    expect(rest.nextCursor).toBeNull();
    expect(first.total).toBe(3);
    const found = await store.listRepositories({
      limit: 9,
      text: 'OTHER',
      status: 'failing',
      provider: 'p',
    });
    expect(found.items).toHaveLength(1);
    const page = await store.listProblems({ limit: 2, code: 'schema' });
    expect(page.items).toHaveLength(2);
    const last = await store.listProblems({
      limit: 2,
      cursor: page.nextCursor!,
    });
    expect(last.items.map(p => p.repository)).toEqual(['other/c']);
    await expect(
      store.listProblems({ limit: 2, cursor: 'nonsense' }),
    ).rejects.toThrow('query.cursor');
  });
});
