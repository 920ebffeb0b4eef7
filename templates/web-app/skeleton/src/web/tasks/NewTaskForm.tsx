import { useRef, useState, type FormEvent } from 'react';
import type { Task } from '../../contract/task.ts';
import { RequestError } from '../api/RequestError.ts';
import { Failure } from './Failure.tsx';
import { Field } from './Field.tsx';
import { useRequestKey } from './useRequestKey.ts';
import { useCreateTask } from './useTasks.ts';

export interface NewTaskFormProps {
  onCreated: (task: Task) => void;
}

/** Rules live on the server alone: what it says about a field is shown beside that field. */
export function NewTaskForm({ onCreated }: NewTaskFormProps) {
  const [title, setTitle] = useState('');
  const [dueOn, setDueOn] = useState('');
  const titleInput = useRef<HTMLInputElement>(null);
  const requestKey = useRequestKey();
  const create = useCreateTask();
  const problem = create.error instanceof RequestError ? create.error : null;
  const titleError = problem?.about('title');
  const dueOnError = problem?.about('dueOn');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (create.isPending) return;
    const task = { title, dueOn: dueOn || null };
    create.mutate(
      { task, requestKey: requestKey.keyFor(task) },
      {
        onSuccess: created => {
          requestKey.forget();
          setTitle('');
          setDueOn('');
          onCreated(created);
        },
        onSettled: () => titleInput.current?.focus(),
      },
    );
  };

  return (
    <form className="card" onSubmit={submit} aria-label="New task" noValidate>
      <div className="fields">
        <Field
          ref={titleInput}
          label="What is to be done?"
          name="title"
          autoComplete="off"
          value={title}
          onChange={event => {
            setTitle(event.target.value);
            create.reset();
          }}
          error={titleError}
        />
        <Field
          label="Due on (optional)"
          name="dueOn"
          type="date"
          value={dueOn}
          onChange={event => {
            setDueOn(event.target.value);
            create.reset();
          }}
          error={dueOnError}
        />
        <button
          type="submit"
          className="primary"
          aria-disabled={create.isPending}
        >
          {create.isPending ? 'Adding…' : 'Add task'}
        </button>
      </div>
      {create.error && !titleError && !dueOnError && (
        <Failure title="The task was not added." error={create.error} />
      )}
    </form>
  );
}
