import { screen, waitFor, within } from '@testing-library/react';
import { FakeDoraApi } from '../../__testUtils__/FakeDoraApi';
import { renderDelivery, searchOf } from '../../__testUtils__/renderDelivery';
import { TeamDelivery } from './TeamDelivery';

describe('TeamDelivery', () => {
  it('asks for the teams of whoever is signed in, and leads to their changes', async () => {
    const api = renderDelivery(<TeamDelivery />, { address: '/' });

    const card = await screen.findByRole('region', {
      name: 'Lead time for changes',
    });
    await waitFor(() => expect(card).toHaveTextContent('5 days'));
    expect(api.lastCall('getMetrics')).toMatchObject({
      query: { scope: 'user:default/maaike', interval: 'week' },
    });
    expect(
      searchOf(within(card).getByRole('link', { name: /slowest first/ })),
    ).toEqual({ scope: 'user:default/maaike', sort: 'lead' });
  });

  it('says what went wrong in the cards', async () => {
    const api = new FakeDoraApi();
    api.failure = new Error('The line is down');
    renderDelivery(<TeamDelivery />, { address: '/', api });

    const alerts = await screen.findAllByRole('alert', {}, { timeout: 5_000 });
    expect(alerts).toHaveLength(5);
    expect(alerts[0]).toHaveTextContent('The line is down');
  });
});
