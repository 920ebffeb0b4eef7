import { screen } from '@testing-library/react';
import { ExampleGraph, nodeOf } from '../__testUtils__/exampleGraph';
import { FakeDoraApi } from '../__testUtils__/FakeDoraApi';
import { renderDelivery } from '../__testUtils__/renderDelivery';

// In a file of its own, because permissions are remembered between tests.
describe('the catalog graph for whoever may not read delivery figures', () => {
  it('is as it was, and asks nothing', async () => {
    const api = new FakeDoraApi();
    renderDelivery(<ExampleGraph nodes={[nodeOf('orders')]} />, {
      address: '/',
      api,
      allowed: false,
    });

    expect(await screen.findByText('orders')).toBeInTheDocument();
    // Longer than a graph takes to settle.
    await new Promise(resolve => setTimeout(resolve, 600));
    expect(screen.getByTestId('orders').querySelector('title')).toBeNull();
    expect(screen.queryByText('Delivery of components')).toBeNull();
    expect(api.calls).toEqual([]);
  });
});
