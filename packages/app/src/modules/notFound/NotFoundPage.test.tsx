import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import searchPlugin from '@backstage/plugin-search/alpha';
import { screen } from '@testing-library/react';
import { NotFoundPage } from './NotFoundPage';

const options = { mountedRoutes: { '/search': searchPlugin.routes.root } };

describe('NotFoundPage', () => {
  it('says what it may be, and leads home and to the search', async () => {
    renderInTestApp(<NotFoundPage />, options);

    expect(
      await screen.findByRole('heading', { level: 1, name: 'Page not found' }),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/no page at this address, or it is not for your role/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'Go to the home page' }),
    ).toHaveAttribute('href', '/');
    expect(screen.getByRole('link', { name: 'Search' })).toHaveAttribute(
      'href',
      '/search',
    );
  });

  it('leaves the first heading to the page it stands in', async () => {
    renderInTestApp(
      <BreadcrumbEntry entry={{ label: 'Source', href: '/git' }}>
        <NotFoundPage />
      </BreadcrumbEntry>,
      options,
    );

    expect(
      await screen.findByRole('heading', { level: 2, name: 'Page not found' }),
    ).toBeInTheDocument();
  });
});
