import type { TaskStatus } from '../../contract/task.ts';

const LABELS = {
  open: 'Open',
  done: 'Done',
  all: 'All',
} as const satisfies Record<TaskStatus, string>;

const STATUSES = Object.keys(LABELS) as TaskStatus[];

export interface StatusFilterProps {
  value: TaskStatus;
  onChange: (status: TaskStatus) => void;
}

export function StatusFilter({ value, onChange }: StatusFilterProps) {
  return (
    <div role="group" aria-label="Which tasks" className="filter">
      {STATUSES.map(status => (
        <button
          key={status}
          type="button"
          aria-pressed={status === value}
          onClick={() => onChange(status)}
        >
          {LABELS[status]}
        </button>
      ))}
    </div>
  );
}
