import { createContext, use } from 'react';
import type {
  NewTask,
  Task,
  TaskPage,
  TaskStatus,
} from '../../contract/task.ts';

export interface TaskPageRequest {
  status: TaskStatus;
  cursor?: string | undefined;
}

/** What the page asks of the server. Each method fails with a RequestError. */
export interface TasksApi {
  list(request: TaskPageRequest, signal: AbortSignal): Promise<TaskPage>;
  /** The same request key never makes a second task. */
  create(task: NewTask, requestKey: string): Promise<Task>;
  complete(id: string): Promise<Task>;
}

export const TasksApiContext = createContext<TasksApi | null>(null);

export function useTasksApi(): TasksApi {
  const api = use(TasksApiContext);
  if (!api) throw new Error('There is no TasksApiContext around this.');
  return api;
}
