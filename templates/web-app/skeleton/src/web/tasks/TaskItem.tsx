import type { Task } from '../../contract/task.ts';
import { formatDay, formatInstant, isPast } from './days.ts';

export interface TaskItemProps {
  task: Task;
  completing: boolean;
  onComplete: () => void;
}

function When({ task: { dueOn, completedAt } }: { task: Task }) {
  if (completedAt) return <p>Completed {formatInstant(completedAt)}</p>;
  if (!dueOn) return null;
  return isPast(dueOn, new Date()) ? (
    <p className="overdue">Overdue since {formatDay(dueOn)}</p>
  ) : (
    <p>Due {formatDay(dueOn)}</p>
  );
}

export function TaskItem({ task, completing, onComplete }: TaskItemProps) {
  return (
    <li className={task.completedAt ? 'task done' : 'task'}>
      <div className="task-text">
        <span>{task.title}</span>
        <When task={task} />
      </div>
      {!task.completedAt && (
        <button
          type="button"
          aria-label={`Complete ${task.title}`}
          aria-disabled={completing}
          onClick={completing ? undefined : onComplete}
        >
          Complete
        </button>
      )}
    </li>
  );
}
