import type { NewTask, Task, TaskStatus } from '../../contract/task.ts';

export interface PageRequest {
  status: TaskStatus;
  limit: number;
  /** Only tasks created before the one at this position. */
  before?: bigint | undefined;
}

export interface Page {
  items: Task[];
  /** The position to continue from; undefined when there is no more. */
  next: bigint | undefined;
}

/** Where tasks are kept. */
export interface TaskStore {
  /** Newest first. */
  list(request: PageRequest): Promise<Page>;

  /** With a request key that was used before: the task which that request created. */
  create(
    task: NewTask,
    requestKey?: string,
  ): Promise<{ task: Task; created: boolean }>;

  /** Completing twice keeps the first time. Undefined when there is no such task. */
  complete(id: string): Promise<Task | undefined>;
}
