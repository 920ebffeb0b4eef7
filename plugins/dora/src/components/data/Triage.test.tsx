import { screen, within } from '@testing-library/react';
import { renderDelivery } from '../../__testUtils__/renderDelivery';
import { DeliveryPage } from '../../pages/DeliveryPage';

const WIDE = window.innerWidth;

describe('Triage on a phone', () => {
  beforeAll(() => {
    window.innerWidth = 390;
  });
  afterAll(() => {
    window.innerWidth = WIDE;
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
