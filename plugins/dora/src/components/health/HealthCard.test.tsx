import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { FakeDoraApi } from '../../__testUtils__/FakeDoraApi';
import { exampleEntity } from '../../__testUtils__/examples';
import { renderDelivery, searchOf } from '../../__testUtils__/renderDelivery';
import { HealthCard } from './HealthCard';

const open = (api?: FakeDoraApi) =>
  renderDelivery(
    <EntityProvider entity={exampleEntity}>
      <HealthCard />
    </EntityProvider>,
    { address: '/', api },
  );

describe('HealthCard', () => {
  it('says how the delivery of the service is, and when that is too little to judge', async () => {
    const api = open();

    expect(
      await screen.findByText('25 % (1 of 4 deployments, too few to judge)'),
    ).toBeInTheDocument();
    expect(api.lastCall('getHealth')).toEqual({
      query: { service: ['component:default/orders'] },
    });
    expect(screen.getByRole('link', { name: /v1.4.0/ })).toHaveAttribute(
      'href',
      expect.stringContaining('/dora/deployments/dep-1'),
    );
    expect(
      searchOf(screen.getByRole('link', { name: 'Delivery of Orders' })),
    ).toEqual({ scope: 'component:default/orders' });
  });

  it('says so when nothing is known of the service', async () => {
    const api = new FakeDoraApi();
    api.getHealth = async () => ({ items: [] });
    open(api);
    expect(await screen.findByText('none yet')).toBeInTheDocument();
  });
});
