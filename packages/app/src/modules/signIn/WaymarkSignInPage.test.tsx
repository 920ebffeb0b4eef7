import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ExampleIdentity } from './example/ExampleIdentity';
import { rememberedPerson } from './example/rememberedPerson';
import { WaymarkSignInPage } from './WaymarkSignInPage';

const example = {
  enabled: true,
  organisation: { name: 'Northwind Market' },
  personas: [
    {
      role: 'developer',
      userRef: 'user:default/ada',
      displayName: 'Ada Okafor',
      title: 'Senior engineer',
      summary: 'Ships checkout.',
    },
    {
      role: 'chief-gardener',
      userRef: 'user:default/bo',
      displayName: 'Bo',
    },
  ],
};

function renderPage(waymark: object) {
  const onSignInSuccess = jest.fn();
  renderInTestApp(<WaymarkSignInPage onSignInSuccess={onSignInSuccess} />, {
    config: {
      app: { title: 'Waymark' },
      backend: { baseUrl: 'http://localhost' },
      waymark,
    },
  });
  return onSignInSuccess;
}

describe('WaymarkSignInPage', () => {
  const signIn = jest.spyOn(ExampleIdentity, 'signIn');
  const identity = {} as ExampleIdentity;

  beforeEach(() => {
    signIn.mockReset().mockResolvedValue(identity);
    rememberedPerson.clear();
  });

  afterAll(() => signIn.mockRestore());

  it('signs in as a person of the example with one click', async () => {
    const onSignInSuccess = renderPage({ example });

    expect(
      await screen.findByText(
        'This is an example organisation: Northwind Market.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Sign in as Bo, chief-gardener' }),
    ).toBeEnabled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Sign in as Ada Okafor, Developer' }),
    );

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledWith(identity));
    expect(signIn).toHaveBeenCalledWith(
      expect.objectContaining({ person: 'user:default/ada' }),
    );
  });

  it('signs in as anyone else by name', async () => {
    const onSignInSuccess = renderPage({ example });

    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Name or entity reference' }),
      ' grace {Enter}',
    );

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalled());
    expect(signIn).toHaveBeenCalledWith(
      expect.objectContaining({ person: 'user:default/grace' }),
    );
  });

  it('says what a name looks like before it asks for somebody who cannot be', async () => {
    renderPage({ example });
    const field = await screen.findByRole('textbox', {
      name: 'Name or entity reference',
    });

    await userEvent.type(field, 'group:default/team-a{Enter}');

    expect(
      await screen.findByText(/write a name such as ada\.lovelace/),
    ).toBeInTheDocument();
    expect(field).toBeInvalid();
    expect(signIn).not.toHaveBeenCalled();
  });

  it('takes no name longer than any reference', async () => {
    renderPage({ example });
    const field = await screen.findByRole('textbox', {
      name: 'Name or entity reference',
    });

    await userEvent.click(field);
    await userEvent.paste('x'.repeat(10_000));

    expect((field as HTMLInputElement).value.length).toBeLessThan(200);
  });

  it('names the annotation where there is no example organisation', async () => {
    renderPage({ example: { enabled: true, personas: [] } });

    expect(
      await screen.findByText(
        /A user of the catalog with the annotation waymark\.dev\/example/,
      ),
    ).toBeInTheDocument();
  });

  it('signs in again as the remembered person, unasked', async () => {
    rememberedPerson.set('user:default/ada');
    const onSignInSuccess = renderPage({ example });

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledTimes(1));
    expect(signIn).toHaveBeenCalledTimes(1);
  });

  it('shows what the server says while the catalog loads, and tries again', async () => {
    signIn.mockRejectedValueOnce(new Error('The catalog is still loading'));
    const onSignInSuccess = renderPage({ example });
    await userEvent.click(
      await screen.findByRole('button', { name: /Ada Okafor/ }),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The catalog is still loading',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    await waitFor(() => expect(onSignInSuccess).toHaveBeenCalledWith(identity));
    expect(signIn).toHaveBeenLastCalledWith(
      expect.objectContaining({ person: 'user:default/ada' }),
    );
  });

  it('says how to configure sign-in when there is no way in', async () => {
    renderPage({ example: { enabled: false } });

    expect(
      await screen.findByRole('heading', {
        name: 'Sign-in is not configured yet',
      }),
    ).toBeInTheDocument();
  });
});
