import { AppThemeSelector } from '@backstage/core-app-api';
import { appThemeApiRef } from '@backstage/frontend-plugin-api';
import { TestApiProvider } from '@backstage/frontend-test-utils';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { WaymarkThemeProvider } from './WaymarkThemeProvider';

describe('WaymarkThemeProvider', () => {
  it('turns dark without dropping what was typed', async () => {
    const themes = new AppThemeSelector([]);
    render(
      <TestApiProvider apis={[[appThemeApiRef, themes]]}>
        <WaymarkThemeProvider>
          <input aria-label="Name" />
        </WaymarkThemeProvider>
      </TestApiProvider>,
    );
    const field = screen.getByRole('textbox', { name: 'Name' });
    await userEvent.type(field, 'orders');
    expect(document.body).toHaveAttribute('data-theme-mode', 'light');

    act(() => themes.setActiveThemeId('dark'));

    expect(document.body).toHaveAttribute('data-theme-mode', 'dark');
    expect(field).toBeInTheDocument();
    expect(field).toHaveValue('orders');
  });
});
