import { z } from 'zod';

/** The contract of `/api/tasks`: validation, types and the OpenAPI document come from here. */

export const TITLE_LIMIT = 120;
export const PAGE_SIZE = { usual: 20, largest: 100 } as const;
export const REQUEST_KEY_LIMIT = 200;

const NO_TITLE = 'Give the task a title.';
const NO_OBJECT =
  'Send a JSON object with a title and, if there is one, a dueOn.';
const DAY = 'Write the day as YYYY-MM-DD, or leave it out.';
const LIMIT = `Ask for a whole number of tasks from 1 to ${PAGE_SIZE.largest}.`;

export const task = z
  .object({
    id: z.uuid(),
    title: z.string(),
    dueOn: z.iso.date().nullable(),
    createdAt: z.iso.datetime(),
    completedAt: z.iso
      .datetime()
      .nullable()
      .describe('When it was completed; null while it is open.'),
  })
  .meta({ id: 'Task', description: 'Something to be done.' });

export const newTask = z.strictObject(
  {
    title: z
      .string({ error: NO_TITLE })
      .trim()
      .min(1, NO_TITLE)
      .max(TITLE_LIMIT, `Keep the title to ${TITLE_LIMIT} characters.`)
      .regex(/^\P{Cc}*$/u, 'Leave control characters out of the title.'),
    dueOn: z.iso.date({ error: DAY }).nullable().default(null),
  },
  {
    error: issue =>
      issue.code === 'unrecognized_keys'
        ? 'A task has no such field: leave it out.'
        : NO_OBJECT,
  },
);

export const taskStatus = z.enum(['open', 'done', 'all'], {
  error: 'Choose open, done or all.',
});

export const taskQuery = z.object({
  status: taskStatus.default('all'),
  limit: z.coerce
    .number({ error: LIMIT })
    .int(LIMIT)
    .min(1, LIMIT)
    .max(PAGE_SIZE.largest, LIMIT)
    .default(PAGE_SIZE.usual),
  cursor: z
    .string()
    .optional()
    .describe('The nextCursor of the page before; none for the first page.'),
});

export const taskPage = z.object({
  items: z.array(task),
  nextCursor: z
    .string()
    .nullable()
    .describe('The cursor of the next page; null on the last one.'),
});

export type Task = z.output<typeof task>;
export type NewTask = z.output<typeof newTask>;
export type TaskStatus = z.output<typeof taskStatus>;
export type TaskPage = z.output<typeof taskPage>;
