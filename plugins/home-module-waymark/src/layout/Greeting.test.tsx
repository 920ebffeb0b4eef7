import type { Entity } from '@backstage/catalog-model';
import { screen } from '@testing-library/react';
import { group } from '../__testUtils__/examples';
import { renderHome, SLOW } from '../__testUtils__/renderHome';
import { Greeting } from './Greeting';

function renderAt(hour: number, entities: Entity[] = []) {
  jest.spyOn(Date.prototype, 'getHours').mockReturnValue(hour);
  renderHome(<Greeting />, { entities });
}

describe('Greeting', () => {
  afterEach(() => jest.restoreAllMocks());

  it.each([
    [8, 'Good morning, Ada Okafor'],
    [12, 'Good afternoon, Ada Okafor'],
    [18, 'Good evening, Ada Okafor'],
  ])(
    'greets at %i o’clock',
    async (hour, text) => {
      renderAt(hour);

      expect(
        await screen.findByRole('heading', { level: 1, name: text }, SLOW),
      ).toBeInTheDocument();
    },
    30_000,
  );

  it('names teams by title, in order, without groups that carry a role', async () => {
    renderAt(8, [
      group('pricing', 'Pricing'),
      group('checkout', 'Checkout'),
      group('team-leads', 'Team leads', { type: 'role' }),
    ]);

    expect(await screen.findByText('Team Checkout, Pricing')).toBeVisible();
  });
});
