import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate, migrationsFolder } from '../database/migrate.ts';
import { MemoryTaskStore } from '../testing/MemoryTaskStore.ts';
import { testDatabase, testDatabaseUrl } from '../testing/testDatabase.ts';
import { PostgresTaskStore } from './PostgresTaskStore.ts';
import type { TaskStore } from './TaskStore.ts';

const ALL = { status: 'all', limit: 100 } as const;

/** What every store does. `makeStore` gives an empty one. */
function behaves(makeStore: () => Promise<TaskStore>) {
  it('keeps what it is given', async () => {
    const store = await makeStore();
    const { task, created } = await store.create({
      title: 'Größe prüfen ✓',
      dueOn: '2028-02-29',
    });
    expect(created).toBe(true);
    expect(task).toMatchObject({
      title: 'Größe prüfen ✓',
      dueOn: '2028-02-29',
      completedAt: null,
    });
    expect(await store.list(ALL)).toEqual({ items: [task], next: undefined });
  });

  it('lists newest first, page by page, without a gap when tasks are added meanwhile', async () => {
    const store = await makeStore();
    for (const title of ['1', '2', '3', '4', '5']) {
      await store.create({ title, dueOn: null });
    }
    const titles: string[][] = [];
    let before: bigint | undefined;
    do {
      const page = await store.list({ status: 'all', limit: 2, before });
      titles.push(page.items.map(({ title }) => title));
      before = page.next;
      await store.create({ title: 'later', dueOn: null });
    } while (before !== undefined);
    expect(titles).toEqual([['5', '4'], ['3', '2'], ['1']]);
  });

  it('knows that a page that is just full is the last one', async () => {
    const store = await makeStore();
    await store.create({ title: '1', dueOn: null });
    await store.create({ title: '2', dueOn: null });
    expect((await store.list({ ...ALL, limit: 2 })).next).toBeUndefined();
  });

  it('completes once and keeps the first time', async () => {
    const store = await makeStore();
    const { task } = await store.create({ title: 'ship', dueOn: null });
    await store.create({ title: 'rest', dueOn: null });
    const first = await store.complete(task.id);
    const second = await store.complete(task.id);
    expect(first?.completedAt).not.toBeNull();
    expect(second).toEqual(first);

    const titles = async (status: 'open' | 'done') =>
      (await store.list({ status, limit: 10 })).items.map(each => each.title);
    expect(await titles('open')).toEqual(['rest']);
    expect(await titles('done')).toEqual(['ship']);
  });

  it('completes nothing that is not there', async () => {
    const store = await makeStore();
    expect(
      await store.complete('00000000-0000-4000-8000-000000000000'),
    ).toBeUndefined();
  });

  it('creates one task however often a request is repeated', async () => {
    const store = await makeStore();
    const wanted = { title: 'once', dueOn: null };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => store.create(wanted, 'key-1')),
    );
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(answers.map(({ task }) => task.id)).size).toBe(1);
    expect((await store.list(ALL)).items).toHaveLength(1);

    const other = await store.create(wanted, 'key-2');
    expect(other.created).toBe(true);
  });
}

describe('MemoryTaskStore', () => {
  behaves(() => Promise.resolve(new MemoryTaskStore()));
});

describe.skipIf(!testDatabaseUrl)('PostgresTaskStore', () => {
  let database: Awaited<ReturnType<typeof testDatabase>>;

  beforeAll(async () => {
    database = await testDatabase();
    await migrate(database.pool, migrationsFolder);
  });
  afterAll(() => database.drop());

  behaves(async () => {
    await database.pool.query('TRUNCATE task');
    return new PostgresTaskStore(database.pool);
  });
});
