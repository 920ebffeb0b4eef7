import { beforeEach, describe, expect, it } from 'vitest';
import type { Problem } from '../../contract/problem.ts';
import type { Task, TaskPage } from '../../contract/task.ts';
import { testApp } from '../testing/testApp.ts';

type App = Awaited<ReturnType<typeof testApp>>['app'];

let app: App;

beforeEach(async () => {
  ({ app } = await testApp());
});

const create = (body: object, headers: Record<string, string> = {}) =>
  app.inject({ method: 'POST', url: '/api/tasks', payload: body, headers });

const list = async (query = '') => {
  const answer = await app.inject(`/api/tasks${query}`);
  expect(answer.statusCode).toBe(200);
  return answer.json<TaskPage>();
};

describe('POST /api/tasks', () => {
  it('creates a task and answers with it', async () => {
    const answer = await create({
      title: '  Write it down ',
      dueOn: '2027-01-31',
    });
    expect(answer.statusCode).toBe(201);
    const task = answer.json<Task>();
    expect(task).toMatchObject({
      title: 'Write it down',
      dueOn: '2027-01-31',
      completedAt: null,
    });
    expect((await list()).items).toEqual([task]);
  });

  it('answers a repeated request with the task that is there', async () => {
    const headers = { 'idempotency-key': 'a' };
    const first = await create({ title: 'once' }, headers);
    const second = await create({ title: 'once' }, headers);
    expect([first.statusCode, second.statusCode]).toEqual([201, 200]);
    expect(second.json()).toEqual(first.json());
  });

  it.each([
    [{}, 'title', 'Give the task a title.'],
    [{ title: '   ' }, 'title', 'Give the task a title.'],
    [{ title: 7 }, 'title', 'Give the task a title.'],
    [{ title: 'x'.repeat(121) }, 'title', 'Keep the title to 120 characters.'],
    [
      { title: 'a\u0000b' },
      'title',
      'Leave control characters out of the title.',
    ],
    [
      { title: 'x', dueOn: '2027-02-29' },
      'dueOn',
      'Write the day as YYYY-MM-DD, or leave it out.',
    ],
    [
      { title: 'x', colour: 'red' },
      'colour',
      'A task has no such field: leave it out.',
    ],
    [
      ['x'],
      'body',
      'Send a JSON object with a title and, if there is one, a dueOn.',
    ],
  ])('refuses %j: names %s and the remedy', async (body, field, message) => {
    const answer = await create(body);
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['content-type']).toMatch(
      /^application\/problem\+json/,
    );
    const problem = answer.json<Problem>();
    expect(problem).toMatchObject({
      title: 'Bad Request',
      status: 400,
      instance: '/api/tasks',
    });
    expect(problem.errors).toEqual([{ in: 'body', field, message }]);
    expect((await list()).items).toEqual([]);
  });

  it('says what is wrong with a body that is no JSON', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/tasks',
      headers: { 'content-type': 'application/json' },
      payload: '{"title":',
    });
    expect(answer.statusCode).toBe(400);
    expect(answer.json<Problem>().detail).toMatch(/JSON/);
  });
});

describe('GET /api/tasks', () => {
  it('gives page after page, newest first', async () => {
    for (const title of ['1', '2', '3']) await create({ title });
    const first = await list('?limit=2');
    expect(first.items.map(({ title }) => title)).toEqual(['3', '2']);
    const second = await list(`?limit=2&cursor=${first.nextCursor ?? ''}`);
    expect(second.items.map(({ title }) => title)).toEqual(['1']);
    expect(second.nextCursor).toBeNull();
  });

  it('gives what is open or done alone', async () => {
    const { id } = (await create({ title: 'a' })).json<Task>();
    await create({ title: 'b' });
    await app.inject({ method: 'POST', url: `/api/tasks/${id}/complete` });
    const titles = async (query: string) =>
      (await list(query)).items.map(({ title }) => title);
    expect(await titles('?status=open')).toEqual(['b']);
    expect(await titles('?status=done')).toEqual(['a']);
  });

  it.each([
    ['limit=0', 'limit', 'Ask for a whole number of tasks from 1 to 100.'],
    ['limit=101', 'limit', 'Ask for a whole number of tasks from 1 to 100.'],
    ['limit=ten', 'limit', 'Ask for a whole number of tasks from 1 to 100.'],
    ['status=late', 'status', 'Choose open, done or all.'],
    [
      'cursor=x',
      'cursor',
      'This is no cursor of a page before. Leave it out for the first page.',
    ],
  ])('refuses ?%s', async (query, field, message) => {
    const answer = await app.inject(`/api/tasks?${query}`);
    expect(answer.statusCode).toBe(400);
    expect(answer.json<Problem>().errors).toEqual([
      { in: 'query', field, message },
    ]);
  });
});

describe('POST /api/tasks/:id/complete', () => {
  it('completes, and may be repeated', async () => {
    const { id } = (await create({ title: 'a' })).json<Task>();
    const complete = () =>
      app.inject({ method: 'POST', url: `/api/tasks/${id}/complete` });
    const first = await complete();
    expect(first.statusCode).toBe(200);
    expect(first.json<Task>().completedAt).not.toBeNull();
    expect((await complete()).json()).toEqual(first.json());
  });

  it('knows when there is no such task', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    const answer = await app.inject({
      method: 'POST',
      url: `/api/tasks/${id}/complete`,
    });
    expect(answer.statusCode).toBe(404);
    expect(answer.json<Problem>().detail).toBe(`There is no task ${id}.`);
  });

  it('names the id that is none', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/tasks/7/complete',
    });
    expect(answer.json<Problem>().errors).toEqual([
      { in: 'path', field: 'id', message: 'The id of a task is a UUID.' },
    ]);
  });
});
