import type { Task, TaskStatus } from '../../contract/task.ts';
import { Failure } from './Failure.tsx';
import { TaskItem } from './TaskItem.tsx';
import { useCompleteTask, useTasks } from './useTasks.ts';

const EMPTY: Record<TaskStatus, string> = {
  open: 'Nothing is open. Add a task above.',
  done: 'Nothing was completed yet.',
  all: 'There are no tasks yet. Add the first one above.',
};

export interface TaskListProps {
  status: TaskStatus;
  onCompleted: (task: Task) => void;
}

export function TaskList({ status, onCompleted }: TaskListProps) {
  const tasks = useTasks(status);
  const complete = useCompleteTask();

  if (tasks.isPending) {
    return (
      <p role="status" className="quiet">
        Loading tasks…
      </p>
    );
  }
  if (tasks.isError && !tasks.data) {
    return (
      <Failure title="The tasks could not be loaded." error={tasks.error}>
        <button type="button" onClick={() => void tasks.refetch()}>
          Try again
        </button>
      </Failure>
    );
  }
  const items = tasks.data.pages.flatMap(page => page.items);
  return (
    <>
      {complete.error && (
        <Failure title="The task was not completed." error={complete.error} />
      )}
      {items.length === 0 && <p className="quiet">{EMPTY[status]}</p>}
      <ul className="tasks">
        {items.map(task => (
          <TaskItem
            key={task.id}
            task={task}
            completing={complete.isPending && complete.variables === task.id}
            onComplete={() =>
              complete.mutate(task.id, { onSuccess: onCompleted })
            }
          />
        ))}
      </ul>
      {tasks.hasNextPage && (
        <button
          type="button"
          className="more"
          aria-disabled={tasks.isFetchingNextPage}
          onClick={() => void tasks.fetchNextPage()}
        >
          {tasks.isFetchingNextPage ? 'Loading…' : 'Show more'}
        </button>
      )}
    </>
  );
}
