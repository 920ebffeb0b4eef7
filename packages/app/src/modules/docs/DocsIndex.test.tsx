import type { Entity } from '@backstage/catalog-model';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  MockStarredEntitiesApi,
  starredEntitiesApiRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import { screen, within } from '@testing-library/react';
import { DocsIndex } from './DocsIndex';

const OWNER = 'group:default/pricing';

function component(name: string, docs: boolean): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      description: `About ${name}`,
      ...(docs && { annotations: { 'backstage.io/techdocs-ref': 'dir:.' } }),
    },
    relations: [{ type: 'ownedBy', targetRef: OWNER }],
  };
}

describe('DocsIndex', () => {
  it('lists what has documentation, with links to read it and to its owner', async () => {
    renderInTestApp(<DocsIndex />, {
      apis: [
        [
          catalogApiRef,
          catalogApiMock({
            entities: [component('orders', true), component('basket', false)],
          }),
        ],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
        mockApis.identity({ ownershipEntityRefs: [OWNER] }),
      ],
      mountedRoutes: {
        '/catalog/:namespace/:kind/:name': entityRouteRef,
        '/docs/:namespace/:kind/:name': techdocsPlugin.routes.docRoot,
      },
    });

    const row = await screen.findByRole(
      'row',
      { name: /orders/ },
      { timeout: 20_000 },
    );
    expect(within(row).getByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/docs/default/component/orders',
    );
    expect(within(row).getByRole('link', { name: /pricing/ })).toHaveAttribute(
      'href',
      '/catalog/default/group/pricing',
    );
    expect(row).toHaveTextContent('About orders');
    expect(
      await screen.findByRole('heading', { name: 'Documentation1' }),
    ).toBeVisible();
    expect(screen.queryByText('basket')).not.toBeInTheDocument();
  }, 30_000);
});
