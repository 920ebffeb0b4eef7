import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { HttpTasksApi } from './api/HttpTasksApi.ts';
import { TasksApiContext } from './api/TasksApi.ts';
import { App } from './App.tsx';
import './styles.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

const description = document
  .querySelector('meta[name="description"]')
  ?.getAttribute('content');

// One more try hides a hiccup; more would only keep people waiting for the message.
const queries = new QueryClient({ defaultOptions: { queries: { retry: 1 } } });

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <TasksApiContext value={new HttpTasksApi()}>
        <App title={document.title} description={description ?? ''} />
      </TasksApiContext>
    </QueryClientProvider>
  </StrictMode>,
);
