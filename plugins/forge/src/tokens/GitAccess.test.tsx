import {
  TestApiProvider,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import type { ForgeToken } from '@waymark/plugin-forge-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { forgeApiRef, type ForgeApi } from '../api/forgeApi';
import { GitAccess } from './GitAccess';

jest.setTimeout(60_000);

function tokenOf(name: string, more: Partial<ForgeToken> = {}): ForgeToken {
  return {
    id: `11111111-1111-4111-8111-${String(name.length).padStart(12, '0')}`,
    name,
    createdAt: '2026-11-01T10:00:00.000Z',
    expiresAt: '2999-01-01T00:00:00.000Z',
    lastUsedAt: null,
    ...more,
  };
}

/** Keeps tokens in memory, as the backend does in its tables. */
class FakeForgeApi implements ForgeApi {
  tokens: ForgeToken[] = [];
  failure: Error | undefined;

  listTokens: ForgeApi['listTokens'] = async () => ({ items: this.tokens });
  createToken: ForgeApi['createToken'] = async ({ body }) => {
    if (this.failure) throw this.failure;
    const token = tokenOf(body.name);
    this.tokens = [token, ...this.tokens];
    return { ...token, token: 'wmk_secret' };
  };
  revokeToken: ForgeApi['revokeToken'] = async ({ params }) => {
    this.tokens = this.tokens.filter(({ id }) => id !== params.id);
    return null;
  };
}

function open(api: FakeForgeApi) {
  renderInTestApp(
    <TestApiProvider apis={[[forgeApiRef, api]]}>
      <GitAccess />
    </TestApiProvider>,
  );
}

describe('Git access', () => {
  it('makes a token, shows it once, and lists it', async () => {
    const api = new FakeForgeApi();
    open(api);
    expect(
      await screen.findByText(
        'You have no access tokens',
        {},
        { timeout: 20_000 },
      ),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'New token' }));
    const make = await screen.findByRole('button', { name: 'Make the token' });
    expect(make).toBeDisabled();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Name/ }),
      'Laptop',
    );
    await userEvent.click(make);
    expect(
      await screen.findByRole('textbox', { name: 'Copy your token now' }),
    ).toHaveValue('wmk_secret');
    await userEvent.click(screen.getByRole('button', { name: 'Done' }));

    const row = await screen.findByRole('row', { name: /Laptop/ });
    expect(row).toHaveTextContent('Never');
    expect(screen.queryByText('wmk_secret')).not.toBeInTheDocument();
  });

  it('asks before it revokes one, and marks what has expired', async () => {
    const api = new FakeForgeApi();
    api.tokens = [
      tokenOf('Old', { expiresAt: '2020-05-04T00:00:00.000Z' }),
      tokenOf('Build machine', { lastUsedAt: '2026-11-02T09:00:00.000Z' }),
    ];
    open(api);
    const row = await screen.findByRole(
      'row',
      { name: /Old/ },
      { timeout: 20_000 },
    );
    expect(row).toHaveTextContent('Expired on 4 May 2020');

    const revoke = within(row).getByRole('button', { name: 'Revoke Old' });
    await userEvent.click(revoke);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Keep it' }),
    );
    expect(api.tokens).toHaveLength(2);
    await userEvent.click(revoke);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Revoke' }),
    );

    expect(
      await screen.findByRole('row', { name: /Build machine/ }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(api.tokens.map(({ name }) => name)).toEqual(['Build machine']),
    );
  });

  it('says why a token could not be made, and keeps what was typed', async () => {
    const api = new FakeForgeApi();
    api.failure = new Error('The database is away');
    open(api);
    await userEvent.click(
      await screen.findByRole(
        'button',
        { name: 'New token' },
        { timeout: 20_000 },
      ),
    );
    const name = await screen.findByRole('textbox', { name: /Name/ });
    await userEvent.type(name, 'Laptop');
    await userEvent.click(
      screen.getByRole('button', { name: 'Make the token' }),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The database is away',
    );
    expect(name).toHaveValue('Laptop');
  });
});
