import {
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query';
import type { NewTask, Task, TaskStatus } from '../../contract/task.ts';
import { useTasksApi } from '../api/TasksApi.ts';

const TASKS = 'tasks';

/** The tasks of one status, page after page. */
export function useTasks(status: TaskStatus) {
  const api = useTasksApi();
  return useInfiniteQuery({
    queryKey: [TASKS, status],
    queryFn: ({ pageParam, signal }) =>
      api.list({ status, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor ?? undefined,
  });
}

/** Everything that shows tasks asks again once a change is through. */
function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: [TASKS] });
}

export function useCreateTask() {
  const api = useTasksApi();
  const refresh = useRefresh();
  return useMutation<Task, Error, { task: NewTask; requestKey: string }>({
    mutationFn: ({ task, requestKey }) => api.create(task, requestKey),
    onSuccess: refresh,
  });
}

export function useCompleteTask() {
  const api = useTasksApi();
  const refresh = useRefresh();
  return useMutation<Task, Error, string>({
    mutationFn: id => api.complete(id),
    onSuccess: refresh,
  });
}
