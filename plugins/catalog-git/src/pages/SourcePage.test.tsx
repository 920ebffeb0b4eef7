import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { catalogGitApiRef } from '../api/catalogGitApi';
import { healthRouteRef, sourceRouteRef } from '../routes';
import {
  exampleDescriptor,
  exampleFolder,
  exampleImage,
  exampleReadme,
} from '../testUtils/examples';
import { FakeCatalogGitApi } from '../testUtils/FakeCatalogGitApi';
import { SourcePage } from './SourcePage';

const api = new FakeCatalogGitApi({
  sources: {
    'acme/orders:': exampleFolder,
    'acme/orders:README.md': exampleReadme,
    'acme/orders:logo.png': exampleImage,
    'acme/orders:catalog-info.yaml': exampleDescriptor,
  },
});

const orders = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'orders',
    namespace: 'default',
    annotations: {
      'backstage.io/managed-by-location': `url:${window.location.origin}/git/acme/orders/blob/main/catalog-info.yaml`,
    },
  },
};

function open(address: string) {
  return renderInTestApp(
    <Routes>
      <Route path="/git/*" element={<SourcePage />} />
    </Routes>,
    {
      apis: [
        [catalogGitApiRef, api],
        [catalogApiRef, catalogApiMock({ entities: [orders] })],
      ],
      initialRouteEntries: [address],
      mountedRoutes: {
        '/git': sourceRouteRef,
        '/git/health': healthRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    },
  );
}

describe('SourcePage', () => {
  it('lists a folder, folders first, with its README below', async () => {
    open('/git/acme/orders/tree/main');

    const listing = await screen.findByRole('table', {
      name: 'Folder acme/orders',
    });
    expect(
      within(listing)
        .getAllByRole('link')
        .map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['docs', '/git/acme/orders/tree/main/docs'],
      ['logo.png', '/git/acme/orders/blob/main/logo.png'],
      ['README.md', '/git/acme/orders/blob/main/README.md'],
    ]);
    const readme = await screen.findByRole('region', { name: 'README.md' });
    expect(
      within(readme).getByRole('heading', { name: 'Orders' }),
    ).toBeInTheDocument();
    expect(
      within(readme).getByRole('link', { name: /runbook/ }),
    ).toHaveAttribute('href', '/git/acme/orders/blob/main/docs/runbook.md');
  });

  it('shows a file with the linked line marked, and what it describes', async () => {
    open('/git/acme/orders/blob/main/catalog-info.yaml#L2');

    const file = await screen.findByRole('region', {
      name: 'Content of catalog-info.yaml',
    });
    const marked = within(file)
      .getByRole('link', { name: 'Line 2' })
      .closest('[aria-current="location"]');
    expect(marked).toHaveTextContent('kind: Component');
    expect(file).toHaveTextContent('4 lines, 60 B');
    expect(screen.getByText('main at 3f2a9c1d')).toBeInTheDocument();
    expect(await screen.findByRole('link', { name: 'orders' })).toHaveAttribute(
      'href',
      '/catalog/default/component/orders',
    );
  });

  it('renders Markdown, and shows its source on request', async () => {
    open('/git/acme/orders/blob/main/README.md');

    expect(
      await screen.findByRole('heading', { name: 'Orders' }),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Source' }));

    expect(screen.getByText('# Orders')).toBeInTheDocument();
  });

  it('says why a file cannot be shown', async () => {
    open('/git/acme/orders/blob/main/logo.png');

    expect(
      await screen.findByText(
        'This is a binary file; it cannot be shown here.',
      ),
    ).toBeInTheDocument();
  });

  it('says what is missing', async () => {
    open('/git/acme/orders/blob/main/no/such.txt');

    expect(await screen.findByRole('alert')).toHaveTextContent(
      'There is no acme/orders:no/such.txt',
    );
  });

  it('shows the page of the portal for an address it cannot read', async () => {
    open('/git/acme');

    expect(await screen.findByText(/page not found/i)).toBeInTheDocument();
  });
});
