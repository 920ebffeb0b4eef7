import { useState } from 'react';
import type { TaskStatus } from '../contract/task.ts';
import { NewTaskForm } from './tasks/NewTaskForm.tsx';
import { StatusFilter } from './tasks/StatusFilter.tsx';
import { TaskList } from './tasks/TaskList.tsx';

export interface AppProps {
  title: string;
  description: string;
}

export function App({ title, description }: AppProps) {
  const [status, setStatus] = useState<TaskStatus>('open');
  const [announcement, setAnnouncement] = useState('');

  return (
    <>
      <header className="banner">
        <h1>{title}</h1>
        <p>{description}</p>
      </header>
      <main>
        <NewTaskForm
          onCreated={task => setAnnouncement(`Added: ${task.title}`)}
        />
        <section className="card" aria-labelledby="tasks-heading">
          <div className="card-head">
            <h2 id="tasks-heading" tabIndex={-1}>
              Tasks
            </h2>
            <StatusFilter value={status} onChange={setStatus} />
          </div>
          <TaskList
            status={status}
            onCompleted={task => {
              setAnnouncement(`Completed: ${task.title}`);
              // The button that was pressed may be gone from the list.
              document.getElementById('tasks-heading')?.focus();
            }}
          />
        </section>
        <p role="status" className="announcement">
          {announcement}
        </p>
      </main>
    </>
  );
}
