import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';
import { TasksApiContext } from './api/TasksApi.ts';
import { App } from './App.tsx';
import { FakeTasksApi } from './testing/FakeTasksApi.ts';

let api: FakeTasksApi;

beforeEach(() => {
  api = new FakeTasksApi();
});

function open() {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false } },
  });
  render(
    <QueryClientProvider client={client}>
      <TasksApiContext value={api}>
        <App title="Front desk" description="What is to be done" />
      </TasksApiContext>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const titleField = () => screen.getByLabelText('What is to be done?');
const addButton = () => screen.getByRole('button', { name: 'Add task' });
const titles = async () =>
  (await screen.findAllByRole('listitem')).map(
    item => within(item).getByText(/./, { selector: 'span' }).textContent,
  );

describe('the page', () => {
  it('adds a task: the list shows it, the form is empty and ready for the next', async () => {
    const user = open();
    await screen.findByText('Nothing is open. Add a task above.');
    await user.type(titleField(), 'Water the plants');
    await user.type(screen.getByLabelText('Due on (optional)'), '2020-02-29');
    await user.click(addButton());

    expect(await screen.findByText('Water the plants')).toBeVisible();
    expect(screen.getByText(/^Overdue since .*2020/)).toBeVisible();
    expect(screen.getByText('Added: Water the plants')).toBeVisible();
    expect(titleField()).toHaveValue('');
    expect(titleField()).toHaveFocus();
  });

  it('shows what is wrong beside the field that is wrong', async () => {
    const user = open();
    await user.click(addButton());
    await screen.findByText('Give the task a title.');
    expect(titleField()).toBeInvalid();
    expect(titleField()).toHaveAccessibleDescription('Give the task a title.');
    expect(screen.getByLabelText('Due on (optional)')).toBeValid();

    await user.type(titleField(), 'W');
    expect(titleField()).toBeValid();
  });

  it('tries again with the same key, so that nothing is added twice', async () => {
    api.broken = true;
    const user = open();
    await user.type(titleField(), 'Once');
    await user.click(addButton());
    await screen.findByText('The task was not added.');
    expect(titleField()).toHaveValue('Once');

    api.broken = false;
    await user.click(addButton());
    await screen.findByText('Added: Once');
    await user.type(titleField(), 'Once');
    await user.click(addButton());
    await waitFor(() => expect(screen.getAllByText('Once')).toHaveLength(2));
    const [first, second, third] = api.requestKeys;
    expect(second).toBe(first);
    expect(third).not.toBe(second);
  });

  it('completes a task: it leaves what is open and is found under done', async () => {
    api.add('Write the report');
    api.add('Send the report');
    const user = open();
    await user.click(
      await screen.findByRole('button', { name: 'Complete Write the report' }),
    );
    await screen.findByText('Completed: Write the report');
    expect(await titles()).toEqual(['Send the report']);
    expect(screen.getByRole('heading', { name: 'Tasks' })).toHaveFocus();

    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(await screen.findByText('Write the report')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Complete / })).toBeNull();
  });

  it('shows more when there is more', async () => {
    for (const title of ['1', '2', '3']) api.add(title);
    const user = open();
    expect(await titles()).toEqual(['3', '2']);
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await screen.findByText('1');
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  });

  it('says when the server cannot be reached, and recovers', async () => {
    api.broken = true;
    api.add('Still here');
    const user = open();
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The tasks could not be loaded.The server cannot be reached.',
    );
    api.broken = false;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('Still here')).toBeVisible();
  });
});
