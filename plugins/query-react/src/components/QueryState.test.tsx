import { ResponseError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { useQuery } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { QueryProvider } from './QueryProvider';
import { QueryState } from './QueryState';

function Greeting({ ask }: { ask: () => Promise<string> }) {
  const query = useQuery({ queryKey: ['greeting'], queryFn: ask });
  return (
    <QueryState query={query} label="greeting">
      {greeting => <p>{greeting}</p>}
    </QueryState>
  );
}

const render = (ask: () => Promise<string>) =>
  renderInTestApp(
    <QueryProvider>
      <Greeting ask={ask} />
    </QueryProvider>,
  );

const refusal = (status: number, message: string) =>
  ResponseError.fromResponse(
    new Response(JSON.stringify({ error: { name: 'Error', message } }), {
      status,
      headers: { 'content-type': 'application/json' },
    }) as Parameters<typeof ResponseError.fromResponse>[0],
  );

describe('QueryState', () => {
  it('says what is loading', async () => {
    await render(() => new Promise(() => {}));
    expect(
      screen.getByRole('status', { name: 'Loading: greeting' }),
    ).toBeInTheDocument();
  });

  it('shows the data', async () => {
    await render(async () => 'Hello');
    expect(await screen.findByText('Hello')).toBeInTheDocument();
  });

  it.each([
    [403, 'You may not see this'],
    [404, 'This could not be found'],
  ])(
    'does not ask again for what the server refused with %d',
    async (status, title) => {
      const error = await refusal(status, 'The words of the server');
      const ask = jest.fn().mockRejectedValue(error);
      await render(ask);
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent(title);
      expect(alert).toHaveTextContent('The words of the server');
      expect(screen.queryByRole('button')).not.toBeInTheDocument();
      expect(ask).toHaveBeenCalledTimes(1);
    },
  );

  it('offers another try after a failure, and shows what it brings', async () => {
    const ask = jest
      .fn()
      .mockRejectedValueOnce(new Error('the line is down'))
      .mockRejectedValueOnce(new Error('the line is down'))
      .mockResolvedValue('Hello');
    await render(ask);
    const retry = await screen.findByRole(
      'button',
      { name: 'Try again' },
      { timeout: 5_000 },
    );
    expect(screen.getByRole('alert')).toHaveTextContent('the line is down');
    await userEvent.click(retry);
    expect(await screen.findByText('Hello')).toBeInTheDocument();
  });
});
