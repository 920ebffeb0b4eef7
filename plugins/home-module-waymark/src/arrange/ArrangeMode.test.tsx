import { mockApis } from '@backstage/frontend-test-utils';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Link, useLocation } from 'react-router-dom';
import { toStored } from '../domain/stored';
import { openHomePage, planned, shownWidgets } from '../__testUtils__/homePage';

type Options = Parameters<typeof openHomePage>[0];

/** Opens the home page and its plan. */
async function arrange(options: Options = {}) {
  const home = openHomePage(options);
  await userEvent.click(
    await screen.findByRole('button', { name: 'Arrange' }, { timeout: 20_000 }),
  );
  await screen.findByRole(
    'heading',
    { name: 'Arrange your home page' },
    { timeout: 20_000 },
  );
  expect(document.activeElement).toHaveTextContent('Arrange your home page');
  return home;
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });

/** As someone does who uses no mouse. */
async function press(name: string) {
  act(() => button(name).focus());
  await userEvent.keyboard('{Enter}');
}

const said = () => screen.getByRole('status').textContent;

/** The sidebar of the app, and where somebody is. */
function Elsewhere() {
  return (
    <>
      <Link to="/catalog">Catalog</Link>
      <output aria-label="address">{useLocation().pathname}</output>
    </>
  );
}

describe('ArrangeMode', () => {
  it('asks before somebody leaves with changes that are not saved', async () => {
    await arrange({ beside: <Elsewhere /> });
    await press('Move Runs up');
    const follow = () => userEvent.click(screen.getByText('Catalog'));

    await follow();
    const dialog = await screen.findByRole('dialog', {
      name: 'Leave without saving?',
    });
    await userEvent.click(within(dialog).getByRole('button', { name: 'Stay' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByLabelText('address')).toHaveTextContent(/^\/$/);
    expect(planned()['Main column']).toEqual(['home/runs', 'home/services']);

    await follow();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Leave without saving' }),
    );
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent('/catalog'),
    );
  });

  it('asks before somebody goes back, and stays at its address meanwhile', async () => {
    await arrange();
    window.history.pushState({}, '', '/elsewhere');
    window.history.pushState({}, '', '/');
    await press('Move Runs up');

    act(() => window.history.back());
    await userEvent.click(await screen.findByRole('button', { name: 'Stay' }));
    expect(window.location.pathname).toBe('/');

    act(() => window.history.back());
    await userEvent.click(
      await screen.findByRole('button', { name: 'Leave without saving' }),
    );
    await waitFor(() => expect(window.location.pathname).toBe('/elsewhere'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('has the browser ask when the tab is closed, as long as there is something to lose', async () => {
    await arrange();
    const close = () => {
      const event = new Event('beforeunload', { cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(close()).toBe(false);
    await press('Move Runs up');
    expect(close()).toBe(true);
    await press('Undo');
    expect(close()).toBe(false);
    await press('Move Runs up');
    await press('Save');
    await shownWidgets();
    expect(close()).toBe(false);
  });

  it('lets go whoever changed nothing', async () => {
    await arrange({ beside: <Elsewhere /> });
    await userEvent.click(screen.getByText('Catalog'));
    await waitFor(() =>
      expect(screen.getByLabelText('address')).toHaveTextContent('/catalog'),
    );
  });

  it('moves by keyboard, says where to, keeps the focus, and is kept', async () => {
    const { kept } = await arrange();
    expect(planned()).toEqual({
      'Main column': ['home/services', 'home/runs'],
      'Side column': ['home/links'],
    });

    await press('Move Runs up');
    expect(said()).toBe('Runs moved to the main column, 1 of 2');
    await press('Move Runs to the side column');
    expect(said()).toBe('Runs moved to the side column, 2 of 2');
    await waitFor(() =>
      expect(button('Move Runs to the main column')).toHaveFocus(),
    );
    await press('Move Runs up');
    expect(planned()).toEqual({
      'Main column': ['home/services'],
      'Side column': ['home/runs', 'home/links'],
    });
    await waitFor(() =>
      expect(screen.getByRole('row', { name: /Runs/ })).toHaveFocus(),
    );
    await press('Save');

    expect(await shownWidgets()).toEqual(['Services', 'Runs', 'Links']);
    expect(button('Arrange')).toHaveFocus();
    expect(kept()).toMatchObject({
      version: 1,
      side: [{ id: 'home/runs', width: 'half' }, { id: 'home/links' }],
    });
  });

  it('offers only what has an effect', async () => {
    await arrange();

    expect(button('Move Services up')).toBeDisabled();
    expect(button('Move Runs down')).toBeDisabled();
    expect(button('Undo')).toBeDisabled();
    // Too wide for the side column, and for half of the main one.
    expect(
      screen.queryByRole('button', { name: /Services to the side/ }),
    ).toBeNull();
    expect(screen.queryByRole('button', { name: /Services half/ })).toBeNull();
    expect(
      screen.queryByRole('button', { name: /Settings of Links/ }),
    ).toBeNull();
    expect(
      screen.queryByRole('button', { name: 'Back to the default of my role' }),
    ).toBeNull();
  });

  it('drags by keyboard from one column to the other', async () => {
    await arrange();

    await press('Drag Runs');
    await waitFor(() =>
      expect(document.activeElement).toHaveAccessibleName('Insert after Runs'),
    );
    // The next target is the other column.
    await userEvent.keyboard('{Tab}');
    await waitFor(() =>
      expect(document.activeElement).toHaveAccessibleName('Drop on'),
    );
    await userEvent.keyboard('{Enter}');

    await waitFor(() => expect(planned()['Side column']).toHaveLength(2));
    expect(planned()['Main column']).toEqual(['home/services']);
  });

  it('adds from the gallery, undoes, and leaves all as it was on cancel', async () => {
    const { kept } = await arrange();

    await press('Add widgets');
    const gallery = await screen.findByRole('dialog', { name: 'Add widgets' });
    expect(gallery).toHaveTextContent('Team About Team');
    expect(within(gallery).queryByText('Services')).toBeNull();
    await userEvent.click(
      within(gallery).getByRole('button', { name: 'Add Team' }),
    );
    expect(
      within(gallery).getByRole('button', { name: 'Remove Team' }),
    ).toHaveFocus();
    await userEvent.click(
      within(gallery).getByRole('button', { name: 'Done' }),
    );
    expect(planned()['Main column']).toEqual([
      'home/services',
      'home/runs',
      'home/team',
    ]);

    await press('Remove Links');
    expect(planned()['Side column']).toEqual([]);
    expect(screen.getByText('Drop widgets here')).toBeVisible();
    await press('Undo');
    expect(planned()['Side column']).toEqual(['home/links']);
    await press('Cancel');

    expect(await shownWidgets()).toEqual(['Services', 'Runs', 'Links']);
    expect(kept()).toBeUndefined();
  });

  it('marks what is new for the role, and puts it where the role has it', async () => {
    await arrange({
      stored: toStored({ main: [], side: [] }, ['home/services', 'home/runs']),
    });

    await press('Add widgets');
    const gallery = await screen.findByRole('dialog');
    const [first] = within(gallery).getAllByRole('listitem');
    expect(first).toHaveTextContent('Links New');
    await userEvent.click(
      within(gallery).getByRole('button', { name: 'Add Links' }),
    );
    await userEvent.keyboard('{Escape}');

    expect(planned()).toEqual({
      'Main column': [],
      'Side column': ['home/links'],
    });
  });

  it('sets widths and settings', async () => {
    const { kept } = await arrange();

    await press('Make Runs full width');
    await waitFor(() => expect(button('Make Runs half as wide')).toHaveFocus());
    await press('Settings of Runs');
    const dialog = await screen.findByRole('dialog', {
      name: 'Settings of Runs',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: /Show at most/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: '3' }));
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Apply' }),
    );
    await waitFor(() => expect(button('Settings of Runs')).toHaveFocus());
    await press('Save');

    expect(
      await screen.findByRole('heading', { name: 'Runs {"limit":3}' }),
    ).toBeVisible();
    expect(kept()).toMatchObject({
      main: [
        { id: 'home/services' },
        { id: 'home/runs', width: 'full', settings: { limit: 3 } },
      ],
    });
  });

  it('goes back to the default of the role, but asks first', async () => {
    const { kept } = await arrange({
      stored: toStored(
        { main: [{ id: 'home/links', width: 'full' }], side: [] },
        ['home/services', 'home/runs'],
      ),
    });

    await press('Back to the default of my role');
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Keep mine' }),
    );
    expect(planned()['Main column']).toEqual(['home/links']);
    expect(kept()).toBeDefined();
    await press('Back to the default of my role');
    await userEvent.click(button('Back to the default'));

    expect(await shownWidgets()).toEqual(['Services', 'Runs', 'Links']);
    expect(kept()).toBeUndefined();
  });

  it('keeps what cannot be seen in its place', async () => {
    const { kept } = await arrange({
      stored: toStored(
        {
          main: [
            { id: 'home/runs', width: 'full' },
            { id: 'dora/absent', width: 'half', settings: { days: 7 } },
            { id: 'home/team', width: 'full' },
          ],
          side: [],
        },
        ['home/services', 'home/links'],
      ),
    });

    await press('Move Team up');
    await press('Save');

    await shownWidgets();
    expect(kept()?.main).toEqual([
      { id: 'home/team', width: 'full' },
      { id: 'home/runs', width: 'full' },
      { id: 'dora/absent', width: 'half', settings: { days: 7 } },
    ]);
  });

  it('saves nothing where nothing was changed', async () => {
    const { kept } = await arrange();
    await press('Save');

    expect(await shownWidgets()).toEqual(['Services', 'Runs', 'Links']);
    expect(kept()).toBeUndefined();
  });

  it('says why it could not be saved, and lets the person go on', async () => {
    const storage = mockApis.storage();
    await arrange({ storage });
    jest
      .spyOn(storage.forBucket('waymark-home'), 'set')
      .mockRejectedValueOnce(new Error('The disk is full'));

    await press('Move Runs up');
    await press('Save');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The disk is full',
    );
    await press('Save');

    expect(await shownWidgets()).toEqual(['Runs', 'Services', 'Links']);
  });

  it('follows another tab; the last to save wins', async () => {
    const { bucket, kept } = await arrange();
    await press('Move Runs up');
    const elsewhere = toStored(
      { main: [{ id: 'home/team', width: 'full' }], side: [] },
      [],
    );
    await act(() => bucket.set('home-arrangement', elsewhere));
    expect(planned()['Main column']).toEqual(['home/runs', 'home/services']);
    await press('Save');

    expect(await shownWidgets()).toEqual(['Runs', 'Services', 'Links']);
    expect(kept()).toMatchObject({ side: [{ id: 'home/links' }] });
  });
});
