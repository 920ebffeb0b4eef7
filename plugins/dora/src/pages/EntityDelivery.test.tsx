import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import { exampleEntity } from '../__testUtils__/examples';
import { renderDelivery, searchOf } from '../__testUtils__/renderDelivery';
import { EntityDelivery } from './EntityDelivery';

const open = () =>
  renderDelivery(
    <EntityProvider entity={exampleEntity}>
      <EntityDelivery />
    </EntityProvider>,
    { address: '/?from=2026-03-02&to=2026-03-16' },
  );

describe('EntityDelivery', () => {
  it('asks for the entity of the page, without the address saying so', async () => {
    const api = open();
    await waitFor(() =>
      expect(api.lastCall('getDistribution')).toMatchObject({
        query: { scope: 'component:default/orders', from: '2026-03-02' },
      }),
    );
    expect(api.calls.map(({ input }) => input)).not.toContainEqual(
      expect.objectContaining({
        query: expect.objectContaining({ scope: undefined }),
      }),
    );
  });

  it('leads to the lists with the entity and the window in hand', async () => {
    open();
    const card = await screen.findByRole('region', {
      name: 'Change fail rate',
    });
    const toFailed = await within(card).findByRole('link', {
      name: /Failed deployments/,
    });
    expect(searchOf(toFailed)).toEqual({
      scope: 'component:default/orders',
      from: '2026-03-02',
      to: '2026-03-16',
      show: 'failed',
    });
    expect(searchOf(screen.getByRole('link', { name: 'Incidents' }))).toEqual({
      scope: 'component:default/orders',
      from: '2026-03-02',
      to: '2026-03-16',
    });
  });
});
