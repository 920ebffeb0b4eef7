import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpTasksApi } from '../../web/api/HttpTasksApi.ts';
import { testApp } from '../testing/testApp.ts';

const { signal } = new AbortController();
const api = new HttpTasksApi();

/** The page's own client against the real routes: neither can change alone. */
describe('the client of the page', () => {
  beforeEach(async () => {
    const { app } = await testApp();
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    const realFetch = globalThis.fetch;
    vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
      realFetch(`${address}${path}`, init),
    );
    return () => app.close();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('creates, lists and completes', async () => {
    const task = await api.create({ title: 'Ship', dueOn: null }, 'key');
    expect(await api.list({ status: 'open' }, signal)).toEqual({
      items: [task],
      nextCursor: null,
    });
    const { completedAt } = await api.complete(task.id);
    expect(completedAt).not.toBeNull();
  });

  it('pages', async () => {
    for (let n = 0; n < 21; n += 1) {
      await api.create({ title: String(n), dueOn: null }, String(n));
    }
    const { items, nextCursor } = await api.list({ status: 'all' }, signal);
    expect(items).toHaveLength(20);
    const cursor = nextCursor ?? undefined;
    const last = await api.list({ status: 'all', cursor }, signal);
    expect(last.items.map(({ title }) => title)).toEqual(['0']);
  });

  it('knows which field is wrong', async () => {
    const failure = api.create({ title: '', dueOn: null }, 'key');
    await expect(failure).rejects.toMatchObject({
      errors: [{ field: 'title', message: 'Give the task a title.' }],
    });
  });

  it('makes sense of answers that somebody else gave', async () => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(new Response('<h1>Bad gateway</h1>', { status: 502 })),
    );
    await expect(api.complete('x')).rejects.toThrow('The server answered 502.');
  });
});
