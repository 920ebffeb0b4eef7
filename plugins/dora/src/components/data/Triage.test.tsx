import { screen, within } from '@testing-library/react';
import { setMedia } from 'mock-match-media';
import { renderDelivery } from '../../__testUtils__/renderDelivery';
import { DeliveryPage } from '../../pages/DeliveryPage';

describe('Triage on a phone', () => {
  beforeAll(() => {
    setMedia({ width: 390 });
  });
  afterAll(() => {
    setMedia({ width: 1600 });
  });

  it('offers the mapping under the name, where it is seen at once', async () => {
    renderDelivery(<DeliveryPage />, {
      address: '/dora/data',
      mountPath: '/dora/*',
    });

    const name = await screen.findByRole(
      'rowheader',
      { name: /live-eu/ },
      { timeout: 20_000 },
    );
    for (const action of ['Map live-eu to production', 'Map live-eu']) {
      expect(within(name).getByRole('button', { name: action })).toBeVisible();
    }
    expect(
      screen.queryByRole('columnheader', { name: 'Suggestion' }),
    ).not.toBeInTheDocument();
  }, 30_000);
});
