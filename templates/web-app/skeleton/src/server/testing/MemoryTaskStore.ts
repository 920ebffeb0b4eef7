import { randomUUID } from 'node:crypto';
import type { NewTask, Task, TaskStatus } from '../../contract/task.ts';
import type { Page, PageRequest, TaskStore } from '../tasks/TaskStore.ts';

interface Kept {
  position: bigint;
  requestKey: string | undefined;
  task: Task;
}

const MATCHES: Record<TaskStatus, (task: Task) => boolean> = {
  open: task => task.completedAt === null,
  done: task => task.completedAt !== null,
  all: () => true,
};

/** Stands in for Postgres in tests of what lies above; the same tests hold for both. */
export class MemoryTaskStore implements TaskStore {
  readonly #kept: Kept[] = [];

  list({ status, limit, before }: PageRequest): Promise<Page> {
    const matching = this.#kept
      .filter(({ task }) => MATCHES[status](task))
      .filter(({ position }) => before === undefined || position < before)
      .reverse();
    const shown = matching.slice(0, limit);
    return Promise.resolve({
      items: shown.map(({ task }) => task),
      next: matching.length > limit ? shown.at(-1)?.position : undefined,
    });
  }

  create({ title, dueOn }: NewTask, requestKey?: string) {
    const earlier = this.#kept.find(
      kept => requestKey !== undefined && kept.requestKey === requestKey,
    );
    if (earlier) return Promise.resolve({ task: earlier.task, created: false });
    const task: Task = {
      id: randomUUID(),
      title,
      dueOn,
      createdAt: new Date().toISOString(),
      completedAt: null,
    };
    const position = BigInt(this.#kept.length + 1);
    this.#kept.push({ position, requestKey, task });
    return Promise.resolve({ task, created: true });
  }

  complete(id: string): Promise<Task | undefined> {
    const kept = this.#kept.find(({ task }) => task.id === id);
    if (!kept) return Promise.resolve(undefined);
    const completedAt = kept.task.completedAt ?? new Date().toISOString();
    kept.task = { ...kept.task, completedAt };
    return Promise.resolve(kept.task);
  }
}
