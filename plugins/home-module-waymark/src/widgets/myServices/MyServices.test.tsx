import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MyServices } from './MyServices';

function component(name: string, owner: string, docs = false): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      ...(docs && { annotations: { 'backstage.io/techdocs-ref': 'dir:.' } }),
    },
    spec: { system: 'checkout', lifecycle: 'production' },
    relations: [{ type: 'ownedBy', targetRef: owner }],
  };
}

const TEAM = 'group:default/checkout';

function renderWidget(catalogApi: typeof catalogApiRef.T) {
  renderInTestApp(<MyServices />, {
    apis: [
      [catalogApiRef, catalogApi],
      mockApis.identity({
        userEntityRef: 'user:default/ada',
        ownershipEntityRefs: ['user:default/ada', TEAM],
      }),
    ],
    mountedRoutes: {
      '/catalog': catalogPlugin.routes.catalogIndex,
      '/catalog/:namespace/:kind/:name': catalogPlugin.routes.catalogEntity,
      '/docs/:namespace/:kind/:name': techdocsPlugin.routes.docRoot,
    },
  });
}

describe('MyServices', () => {
  it('lists what my teams own, with links to component and docs', async () => {
    renderWidget(
      catalogApiMock({
        entities: [
          component('orders', TEAM, true),
          component('basket', TEAM),
          component('ledger', 'group:default/finance'),
        ],
      }),
    );

    expect(await screen.findByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders',
    );
    expect(
      screen.getByRole('link', { name: 'Docs of orders' }),
    ).toHaveAttribute('href', '/docs/default/component/orders');
    const basket = screen.getByRole('row', { name: /basket/ });
    expect(within(basket).getAllByRole('link')).toHaveLength(1);
    expect(screen.queryByText('ledger')).not.toBeInTheDocument();
  });

  it('shows the first few of many and leads to all', async () => {
    renderWidget(
      catalogApiMock({
        entities: Array.from({ length: 12 }, (_, i) =>
          component(`service-${i}`, TEAM),
        ),
      }),
    );

    expect(
      await screen.findByRole('link', { name: 'Show all 12' }),
    ).toHaveAttribute('href', expect.stringContaining('/catalog?'));
    expect(screen.getAllByRole('rowheader')).toHaveLength(8);
  });

  it('explains an empty list', async () => {
    renderWidget(catalogApiMock());

    expect(
      await screen.findByText('Your teams own no components yet'),
    ).toBeInTheDocument();
  });

  it('says that it is loading', async () => {
    renderWidget(
      catalogApiMock.mock({ queryEntities: () => new Promise(() => {}) }),
    );

    expect(
      await screen.findByRole('status', {
        name: 'Loading the services of your teams',
      }),
    ).toBeInTheDocument();
  });

  it('says what went wrong, and tries again', async () => {
    const catalogApi = catalogApiMock.mock();
    catalogApi.queryEntities.mockRejectedValueOnce(
      new Error('Catalog is down'),
    );
    catalogApi.queryEntities.mockResolvedValueOnce({
      items: [component('orders', TEAM)],
      totalItems: 1,
      pageInfo: {},
    });
    renderWidget(catalogApi);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Catalog is down',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(
      await screen.findByRole('link', { name: 'orders' }),
    ).toBeInTheDocument();
  });
});
