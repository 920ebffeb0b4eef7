import { render, screen } from '@testing-library/react';
import { app } from './App';

function withConfig(data: object) {
  process.env = {
    NODE_ENV: 'test',
    APP_CONFIG: [{ context: 'test', data }] as unknown as string,
  };
}

describe('app', () => {
  it('greets a stranger with the people of the example', async () => {
    withConfig({
      app: { title: 'Waymark', baseUrl: 'http://localhost:7007' },
      backend: { baseUrl: 'http://localhost:7007' },
      waymark: {
        example: {
          enabled: true,
          organisation: { name: 'Northwind Market' },
          personas: [
            {
              role: 'developer',
              userRef: 'user:default/ada',
              displayName: 'Ada Okafor',
            },
          ],
        },
      },
    });

    render(app.createRoot());

    expect(
      await screen.findByRole(
        'button',
        { name: 'Sign in as Ada Okafor, Developer' },
        { timeout: 20_000 },
      ),
    ).toBeEnabled();
    expect(
      screen.getByRole('complementary', { name: 'Example data' }),
    ).toHaveTextContent('Example organisation Northwind Market');
  }, 30_000);
});
