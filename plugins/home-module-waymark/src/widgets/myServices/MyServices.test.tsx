import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { CellText } from '@backstage/ui';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { component } from '../../__testUtils__/examples';
import { renderHome, SLOW } from '../../__testUtils__/renderHome';
import { loadMyServices } from './loadMyServices';
import { MyServices } from './MyServices';

describe('MyServices', () => {
  it('lists what my teams own, with links to component and docs', async () => {
    renderHome(<MyServices />, {
      entities: [
        component('orders', { docs: true }),
        component('basket'),
        component('ledger', { owner: 'group:default/finance' }),
      ],
    });

    expect(
      await screen.findByRole('link', { name: 'orders' }, SLOW),
    ).toHaveAttribute('href', '/catalog/default/component/orders');
    expect(
      screen.getByRole('link', { name: 'Docs of orders' }),
    ).toHaveAttribute('href', '/docs/default/component/orders');
    const basket = screen.getByRole('row', { name: /basket/ });
    expect(within(basket).getAllByRole('link')).toHaveLength(1);
    expect(screen.queryByText('ledger')).not.toBeInTheDocument();
  }, 30_000);

  it('shows as many as it is set to, and leads to all', async () => {
    renderHome(<MyServices limit={5} />, {
      entities: Array.from({ length: 12 }, (_, i) => component(`service-${i}`)),
    });

    expect(
      await screen.findByRole('link', { name: 'All 12 in the catalog' }),
    ).toHaveAttribute(
      'href',
      '/catalog?filters[kind]=component&filters[user]=owned',
    );
    expect(screen.getAllByRole('rowheader')).toHaveLength(5);
  });

  it('shows what plugins know of the services, which read once for all of them', async () => {
    const read = jest.fn();
    const { Content } = await loadMyServices([
      {
        id: 'health',
        title: 'Health',
        kinds: ['component'],
        width: 100,
        load: async () => ({
          Rows: ({ entities, children }) => {
            read(entities.map(({ metadata }) => metadata.name).join());
            return <>{children}</>;
          },
          Cell: ({ entity }) => (
            <CellText title={`Health of ${entity.metadata.name}`} />
          ),
        }),
      },
      {
        id: 'apis',
        title: 'Of APIs only',
        kinds: ['api'],
        width: 100,
        load: async () => ({ Rows: () => null, Cell: () => null }),
      },
    ]);
    renderHome(<Content />, {
      entities: [component('orders'), component('stock')],
    });

    const row = await screen.findByRole('row', { name: /stock/ }, SLOW);
    expect(
      within(row).getByRole('gridcell', { name: 'Health of stock' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Of APIs only')).toBeNull();
    expect(new Set(read.mock.calls.flat())).toEqual(new Set(['orders,stock']));
  }, 30_000);

  it('explains an empty list', async () => {
    renderHome(<MyServices />);

    expect(
      await screen.findByText('Your teams own no components yet'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Browse the catalog' }),
    ).toHaveAttribute('href', '/catalog');
  });

  it('says that it is loading', async () => {
    renderHome(<MyServices />, {
      catalogApi: catalogApiMock.mock({
        queryEntities: () => new Promise(() => {}),
      }),
    });

    expect(
      await screen.findByRole('status', {
        name: 'Loading: Services of your teams',
      }),
    ).toBeInTheDocument();
  });

  it('says what went wrong, and tries again', async () => {
    const catalogApi = catalogApiMock.mock();
    const down = new Error('Catalog is down');
    catalogApi.queryEntities.mockRejectedValueOnce(down);
    catalogApi.queryEntities.mockRejectedValueOnce(down);
    catalogApi.queryEntities.mockResolvedValueOnce({
      items: [component('orders')],
      totalItems: 1,
      pageInfo: {},
    });
    renderHome(<MyServices />, { catalogApi });

    expect(
      await screen.findByRole('alert', {}, { timeout: 5_000 }),
    ).toHaveTextContent('Catalog is down');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('link', { name: 'orders' }),
    ).toBeInTheDocument();
  });
});
