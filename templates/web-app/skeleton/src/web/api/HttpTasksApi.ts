import type { NewTask, Task, TaskPage } from '../../contract/task.ts';
import { RequestError } from './RequestError.ts';
import type { TaskPageRequest, TasksApi } from './TasksApi.ts';

async function request<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw RequestError.unreachable();
  }
  if (!response.ok) throw await RequestError.from(response);
  return (await response.json()) as T;
}

export class HttpTasksApi implements TasksApi {
  list({ status, cursor }: TaskPageRequest, signal: AbortSignal) {
    const query = new URLSearchParams({ status });
    if (cursor) query.set('cursor', cursor);
    return request<TaskPage>(`/api/tasks?${query}`, { signal });
  }

  create(task: NewTask, requestKey: string) {
    return request<Task>('/api/tasks', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': requestKey,
      },
      body: JSON.stringify(task),
    });
  }

  complete(id: string) {
    return request<Task>(`/api/tasks/${encodeURIComponent(id)}/complete`, {
      method: 'POST',
    });
  }
}
