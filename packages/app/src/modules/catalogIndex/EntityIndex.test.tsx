import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityKindPicker,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { CellText } from '@backstage/ui';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  PluginColumnsProvider,
  type LoadedColumn,
} from '@waymark/catalog-columns-react';
import { EntityIndex } from './EntityIndex';

function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', description: `About ${name}` },
    spec: { type: 'service', lifecycle: 'production' },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/pricing' },
      { type: 'partOf', targetRef: 'system:default/shop' },
    ],
  };
}

function renderIndex(
  catalogApi: typeof catalogApiRef.T,
  address = '/',
  columns: LoadedColumn[] = [],
) {
  renderInTestApp(
    <PluginColumnsProvider value={columns}>
      <EntityIndex
        filters={<EntityKindPicker initialFilter="component" hidden />}
      />
    </PluginColumnsProvider>,
    {
      apis: [
        [catalogApiRef, catalogApi],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
        mockApis.identity(),
      ],
      initialRouteEntries: [address],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
}

describe('EntityIndex', () => {
  it('lists entities with owner, system, type and lifecycle', async () => {
    renderIndex(catalogApiMock({ entities: [component('orders')] }));

    const row = await screen.findByRole('row', { name: /orders/ });
    expect(within(row).getByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders',
    );
    expect(within(row).getByRole('link', { name: /pricing/ })).toHaveAttribute(
      'href',
      '/catalog/default/group/pricing',
    );
    expect(row).toHaveTextContent('About orders');
    expect(row).toHaveTextContent('service');
    expect(row).toHaveTextContent('production');
    expect(
      screen.getByRole('heading', { name: 'Components1' }),
    ).toBeInTheDocument();
  });

  it('asks the catalog for one page at a time', async () => {
    const entities = Array.from({ length: 7 }, (_, index) =>
      component(`service-${index}`),
    );
    renderIndex(catalogApiMock({ entities }), '/?limit=5');

    await screen.findByRole('link', { name: 'service-0' });
    expect(screen.getAllByRole('rowheader')).toHaveLength(5);
    await userEvent.click(screen.getByRole('button', { name: /next/i }));

    expect(
      await screen.findByRole('link', { name: 'service-6' }),
    ).toBeInTheDocument();
    await waitFor(() =>
      expect(screen.getAllByRole('rowheader')).toHaveLength(2),
    );
  });

  it('has the columns of plugins, which read once for the rows in view', async () => {
    const seen = jest.fn();
    const column = (kind: string): LoadedColumn => ({
      id: `column-of-${kind}`,
      title: `Column of ${kind}`,
      kinds: [kind],
      width: 100,
      Rows: ({ entities, children }) => {
        seen(kind, entities.map(({ metadata }) => metadata.name).join());
        return <>{children}</>;
      },
      Cell: ({ entity }) => (
        <CellText title={`About ${entity.metadata.name}`} />
      ),
    });
    renderIndex(
      catalogApiMock({ entities: [component('orders'), component('stock')] }),
      '/',
      [column('component'), column('api')],
    );

    const row = await screen.findByRole('row', { name: /orders/ });
    expect(
      within(row).getByRole('gridcell', { name: 'About orders' }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('columnheader', { name: 'Column of component' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Column of api')).toBeNull();
    expect(seen).toHaveBeenLastCalledWith('component', 'orders,stock');
    expect(seen).not.toHaveBeenCalledWith('api', expect.anything());
  });

  it('says that nothing matches, and leads to everything', async () => {
    renderIndex(catalogApiMock());

    expect(
      await screen.findByText('Components: nothing matches'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Show all' })).toHaveAttribute(
      'href',
      expect.stringContaining('filters%5Buser%5D=all'),
    );
  });

  it('does not say that nothing matches before the catalog has answered', async () => {
    const catalogApi = catalogApiMock.mock({
      getEntityFacets: async () => ({ facets: {} }),
    });
    let answer = () => {};
    const answered = new Promise<void>(resolve => {
      answer = resolve;
    });
    catalogApi.queryEntities.mockImplementation(async () => {
      await answered;
      return { items: [], totalItems: 0, pageInfo: {} };
    });
    renderIndex(catalogApi);

    await waitFor(() => expect(catalogApi.queryEntities).toHaveBeenCalled());
    expect(
      await screen.findByRole('heading', { name: 'Components' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/nothing matches/)).not.toBeInTheDocument();
    expect(screen.queryByText('Show all')).not.toBeInTheDocument();

    answer();
    expect(
      await screen.findByText('Components: nothing matches'),
    ).toBeInTheDocument();
  });

  it('says what went wrong', async () => {
    const catalogApi = catalogApiMock.mock({
      getEntityFacets: async () => ({ facets: {} }),
    });
    catalogApi.queryEntities.mockRejectedValue(new Error('Catalog is down'));
    renderIndex(catalogApi);

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Catalog is down',
    );
  });
});
