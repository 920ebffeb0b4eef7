import { screen } from '@testing-library/react';
import { FakeDoraApi } from '../__testUtils__/FakeDoraApi';
import { renderDelivery } from '../__testUtils__/renderDelivery';
import { DeliveryPage } from './DeliveryPage';

// It also loads what the pages load when they are opened.
jest.setTimeout(30_000);

// In a file of its own: answers of permissions are kept from test to test.
describe('DataPage', () => {
  it('says once to whom data quality is open, and has no tab for the others', async () => {
    const api = new FakeDoraApi();
    await renderDelivery(<DeliveryPage />, {
      address: '/dora/data',
      mountPath: '/dora/*',
      api,
      allowed: false,
    });
    const alerts = await screen.findAllByRole('alert');
    expect(alerts).toHaveLength(1);
    expect(alerts[0]).toHaveTextContent('Data quality is not for your role');
    expect(alerts[0]).toHaveTextContent('tell your platform engineers');
    expect(screen.queryByRole('link', { name: 'Data quality' })).toBeNull();
    expect(api.calls).toEqual([]);
  });
});
