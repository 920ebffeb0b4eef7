import type { NewTask, Task } from '../../contract/task.ts';
import { RequestError } from '../api/RequestError.ts';
import type { TaskPageRequest, TasksApi } from '../api/TasksApi.ts';

const PAGE = 2;

/** A server of a test's own: two tasks a page, and as broken as the test wants it. */
export class FakeTasksApi implements TasksApi {
  readonly requestKeys: string[] = [];
  broken = false;
  #tasks: Task[] = [];

  add(title: string, dueOn: string | null = null): Task {
    const task: Task = {
      id: crypto.randomUUID(),
      title,
      dueOn,
      createdAt: new Date().toISOString(),
      completedAt: null,
    };
    this.#tasks = [task, ...this.#tasks];
    return task;
  }

  list({ status, cursor = '0' }: TaskPageRequest) {
    if (this.broken) return Promise.reject(RequestError.unreachable());
    const from = Number(cursor);
    const matching = this.#tasks.filter(
      task =>
        status === 'all' || (status === 'done') === Boolean(task.completedAt),
    );
    const more = matching.length > from + PAGE;
    return Promise.resolve({
      items: matching.slice(from, from + PAGE),
      nextCursor: more ? String(from + PAGE) : null,
    });
  }

  create({ title, dueOn }: NewTask, requestKey: string) {
    this.requestKeys.push(requestKey);
    if (this.broken) return Promise.reject(RequestError.unreachable());
    if (title.trim()) return Promise.resolve(this.add(title, dueOn));
    const message = 'Give the task a title.';
    return Promise.reject(
      new RequestError({
        detail: `title: ${message}`,
        errors: [{ in: 'body', field: 'title', message }],
      }),
    );
  }

  complete(id: string) {
    const task = this.#tasks.find(each => each.id === id);
    if (!task) throw new Error(`The test has no task ${id}.`);
    const completed = { ...task, completedAt: new Date().toISOString() };
    this.#tasks = this.#tasks.map(each => (each === task ? completed : each));
    return Promise.resolve(completed);
  }
}
