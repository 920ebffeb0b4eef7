import type { FastifyPluginCallbackZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  REQUEST_KEY_LIMIT,
  newTask,
  task,
  taskPage,
  taskQuery,
} from '../../contract/task.ts';
import { HttpProblem, problemResponse } from '../problems.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { TaskStore } from './TaskStore.ts';

const tags = ['tasks'];

const taskParams = z.object({
  id: z.uuid({ error: 'The id of a task is a UUID.' }),
});

const createHeaders = z.looseObject({
  'idempotency-key': z
    .string()
    .max(REQUEST_KEY_LIMIT, `Keep the key to ${REQUEST_KEY_LIMIT} characters.`)
    .optional()
    .describe('Repeating a request with the same key creates nothing more.'),
});

const invalid = problemResponse('The request is not valid.');
const failed = problemResponse('The server failed.');

function positionOf(cursor: string | undefined): bigint | undefined {
  if (cursor === undefined) return undefined;
  const position = decodeCursor(cursor);
  if (position === undefined) {
    const message =
      'This is no cursor of a page before. Leave it out for the first page.';
    throw new HttpProblem(400, `cursor: ${message}`, [
      { in: 'query', field: 'cursor', message },
    ]);
  }
  return position;
}

export const taskRoutes: FastifyPluginCallbackZod<{ store: TaskStore }> = (
  app,
  { store },
  done,
) => {
  app.get(
    '',
    {
      schema: {
        operationId: 'listTasks',
        summary: 'Tasks, newest first',
        tags,
        querystring: taskQuery,
        response: {
          200: taskPage.describe('One page of tasks.'),
          400: invalid,
          500: failed,
        },
      },
    },
    async ({ query: { status, limit, cursor } }) => {
      const before = positionOf(cursor);
      const { items, next } = await store.list({ status, limit, before });
      return { items, nextCursor: next ? encodeCursor(next) : null };
    },
  );

  app.post(
    '',
    {
      schema: {
        operationId: 'createTask',
        summary: 'Create a task',
        tags,
        headers: createHeaders,
        body: newTask,
        response: {
          200: task.describe('The task that this request created before.'),
          201: task.describe('The task, created.'),
          400: invalid,
          500: failed,
        },
      },
    },
    async (request, reply) => {
      const { task: stored, created } = await store.create(
        request.body,
        request.headers['idempotency-key'],
      );
      return reply.code(created ? 201 : 200).send(stored);
    },
  );

  app.post(
    '/:id/complete',
    {
      schema: {
        operationId: 'completeTask',
        summary: 'Complete a task; doing it again changes nothing',
        tags,
        params: taskParams,
        response: {
          200: task.describe('The task, completed.'),
          400: invalid,
          404: problemResponse('There is no such task.'),
          500: failed,
        },
      },
    },
    async ({ params: { id } }) => {
      const completed = await store.complete(id);
      if (!completed) throw new HttpProblem(404, `There is no task ${id}.`);
      return completed;
    },
  );
  done();
};
