import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import { ADA, component, group, TEAM, user } from '../__testUtils__/examples';
import { renderHome, SLOW } from '../__testUtils__/renderHome';
import { MyTeam } from './myTeam/MyTeam';
import { ServiceGaps } from './serviceGaps/ServiceGaps';

describe('MyTeam', () => {
  it('shows the team that one leads: its people, the lead first, and what needs care', async () => {
    renderHome(<MyTeam />, {
      entities: [
        group('checkout', 'Checkout', { leads: ADA }),
        group('guild', 'Guild'),
        group('team-leads', 'Team leads', { type: 'role' }),
        user('ben', 'Ben Ito', 'Engineer'),
        user('ada', 'Ada Okafor', 'Engineering Lead'),
        component('orders', { docs: true, api: true }),
        component('basket'),
        component('forms', { type: 'library' }),
      ],
    });

    expect(
      await screen.findByRole('heading', { level: 3, name: 'Checkout' }, SLOW),
    ).toBeVisible();
    expect(screen.queryByText('Guild')).not.toBeInTheDocument();
    const [lead, ben] = await screen.findAllByRole('listitem');
    expect(lead).toHaveTextContent('Ada Okafor Lead');
    expect(lead).toHaveTextContent('Engineering Lead');
    expect(within(ben).getByRole('link', { name: 'Ben Ito' })).toHaveAttribute(
      'href',
      '/catalog/default/user/ben',
    );
    expect(
      await screen.findByText(
        '3 components owned. Without docs: 2. Services without API description: 1.',
      ),
    ).toBeVisible();
  }, 30_000);

  it('shows every team of someone who leads none', async () => {
    renderHome(<MyTeam />, {
      entities: [group('checkout', 'Checkout'), group('guild', 'Guild')],
    });

    await screen.findByRole('heading', { name: 'Checkout' });
    expect(screen.getByRole('heading', { name: 'Guild' })).toBeVisible();
  });

  it('says what to do without a team', async () => {
    renderHome(<MyTeam />);

    expect(await screen.findByText('You are on no team')).toBeVisible();
  });
});

describe('ServiceGaps', () => {
  it('names what is missing, and only where something is', async () => {
    renderHome(<ServiceGaps />, {
      entities: [
        component('orders', { docs: true, api: true }),
        component('basket'),
        component('mine', { docs: true, api: true, owner: ADA }),
      ],
    });

    expect(
      await screen.findByText(/^2 of 3 components of your teams lack/),
    ).toBeVisible();
    const [basket, mine, ...others] = screen.getAllByRole('listitem');
    expect(others).toEqual([]);
    expect(basket).toHaveTextContent(
      'basketno documentation, no API description',
    );
    expect(mine).toHaveTextContent('mineowned by a person, not by a team');
  });

  it('is content where nothing is missing', async () => {
    renderHome(<ServiceGaps />, {
      entities: [component('orders', { docs: true, api: true })],
    });

    expect(
      await screen.findByText(/^All 1 components of your teams have/),
    ).toBeVisible();
  });

  it('says what to do where nothing is owned', async () => {
    renderHome(<ServiceGaps />, {
      entities: [component('orders', { owner: 'group:default/other' })],
    });

    expect(
      await screen.findByText('Your teams own no components yet'),
    ).toBeVisible();
  });

  it('says what went wrong', async () => {
    renderHome(<ServiceGaps />, {
      catalogApi: catalogApiMock.mock({
        queryEntities: async () => {
          throw new Error(`No answer about ${TEAM}`);
        },
      }),
    });

    expect(
      await screen.findByRole('alert', {}, { timeout: 5_000 }),
    ).toHaveTextContent(`No answer about ${TEAM}`);
  });
});
