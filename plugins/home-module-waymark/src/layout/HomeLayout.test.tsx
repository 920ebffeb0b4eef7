import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { toStored } from '../domain/stored';
import { FakeRolesApi } from '../__testUtils__/fakes';
import {
  links,
  openHomePage,
  runs,
  services,
  shownWidgets,
} from '../__testUtils__/homePage';

const place = (id: string) => ({ id, width: 'full' as const });

describe('HomeLayout', () => {
  let warn: jest.SpyInstance;
  beforeEach(() => {
    warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
  });
  afterEach(() => warn.mockRestore());

  const warnings = () =>
    warn.mock.calls.flat().filter(text => /^Home page/.test(String(text)));

  it('shows the widgets of the role, with greeting and search', async () => {
    openHomePage();

    expect(await shownWidgets()).toEqual(['Services', 'Runs', 'Links']);
    expect(
      screen.getByRole('heading', { level: 1, name: /Ada Okafor/ }),
    ).toBeVisible();
    expect(screen.getByRole('search')).toBeInTheDocument();
    expect(warnings()).toEqual([]);
  }, 30_000);

  it('adds those of a second role above', async () => {
    openHomePage({ roles: ['developer', 'team-lead'] });

    expect(await shownWidgets()).toEqual(['Team', 'Services', 'Runs', 'Links']);
  });

  it('leaves out what is not there, and says so once', async () => {
    openHomePage({ widgets: [services, links] });

    expect(await shownWidgets()).toEqual(['Services', 'Links']);
    expect(warnings()).toEqual([
      expect.stringContaining('no plugin provides home/runs; left out'),
    ]);
  });

  it('draws widgets with their own defaults, and with what is configured', async () => {
    openHomePage({
      defaults: {
        developer: {
          main: ['home/runs'],
          side: [{ widget: 'home/links', settings: { limit: 3 } }],
        },
      },
    });

    expect(
      await screen.findByRole('heading', { name: 'Runs {"limit":6}' }),
    ).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'Links {"limit":3}' }),
    ).toBeVisible();
  });

  it('names what is wrong in the configuration, and keeps the other roles', async () => {
    openHomePage({
      roles: ['developer', 'team-lead'],
      defaults: {
        developer: { main: ['home/services'] },
        'team-lead': { main: ['no widget'] },
      },
    });

    expect(await shownWidgets()).toEqual(['Services']);
    expect(screen.getByRole('alert')).toHaveTextContent(
      "Config 'waymark.home.defaults.team-lead.main[0]': must be the id of a widget",
    );
  });

  it('shows what everyone has when roles cannot be told, and tries again', async () => {
    const rolesApi = new FakeRolesApi(['developer', 'team-lead']);
    rolesApi.failure = new Error('Permission backend is down');
    openHomePage({ rolesApi });

    expect(
      await screen.findByRole('alert', {}, { timeout: 5_000 }),
    ).toHaveTextContent('Your roles could not be loaded');
    expect(await shownWidgets()).toEqual(['Services', 'Runs', 'Links']);
    rolesApi.failure = undefined;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('region', { name: 'Team' }),
    ).toBeInTheDocument();
  });

  it('shows what the person arranged, whatever the role has', async () => {
    openHomePage({
      stored: toStored(
        { main: [place('home/links')], side: [place('dora/absent')] },
        ['home/services', 'home/runs'],
      ),
    });

    expect(await shownWidgets()).toEqual(['Links']);
    expect(screen.queryByText(/New for your role/)).not.toBeInTheDocument();
    expect(warnings()).toEqual([]);
  });

  it('offers what came to the role since, and takes no for an answer', async () => {
    const { kept } = openHomePage({
      stored: toStored({ main: [place('home/links')], side: [] }, [
        'home/services',
      ]),
    });

    await screen.findByText('New for your role: Runs');
    expect(await shownWidgets()).toEqual(['Links']);
    await userEvent.click(screen.getByRole('button', { name: 'Not now' }));

    expect(screen.queryByText(/New for your role/)).not.toBeInTheDocument();
    expect(kept()).toMatchObject({
      main: [place('home/links')],
      known: ['home/links', 'home/runs', 'home/services'],
    });
  });

  it('keeps an arrangement that it cannot read until the person decides', async () => {
    const newer = { version: 2, rows: ['home/links'] };
    const { kept, bucket } = openHomePage({ stored: newer });
    const set = jest.spyOn(bucket, 'set');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The arrangement that you made cannot be read',
    );
    expect(await shownWidgets()).toEqual(['Services', 'Runs', 'Links']);
    expect(kept()).toEqual(newer);
    await userEvent.click(
      screen.getByRole('button', { name: 'Keep the home page of my role' }),
    );

    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(kept()).toBeUndefined();
    expect(set).toHaveBeenCalledWith(
      expect.stringMatching(/^home-arrangement\.set-aside\.\d+$/),
      newer,
    );
  });

  it('can be arranged even when there is nothing to see', async () => {
    openHomePage({ widgets: [runs], defaults: {} });

    expect(
      await screen.findByText(/There is nothing on your home page/),
    ).toBeVisible();
    expect(screen.getByRole('button', { name: 'Arrange' })).toBeEnabled();
  });
});
