import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  SearchContextProvider,
  searchApiRef,
} from '@backstage/plugin-search-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { SearchPopup } from './SearchPopup';

function Address() {
  const { pathname, search } = useLocation();
  return <output>{`${pathname}${search}`}</output>;
}

function openPopup(query: jest.Mock) {
  const onClose = jest.fn();
  renderInTestApp(
    <SearchContextProvider>
      <SearchPopup onClose={onClose} />
      <Address />
    </SearchContextProvider>,
    { apis: [[searchApiRef, { query }]] },
  );
  return onClose;
}

describe('SearchPopup', () => {
  it('says what each result belongs to, so that none looks like another', async () => {
    const document = (title: string, location: string, more: object) => ({
      title,
      location,
      text: '',
      ...more,
    });
    openPopup(
      jest.fn(async () => ({
        results: [
          {
            type: 'software-catalog',
            document: document('Taxonomy Service', '/c/taxonomy', {
              kind: 'Component',
              type: 'service',
              owner: 'search',
            }),
          },
          {
            type: 'techdocs',
            document: document('Taxonomy Service', '/d/taxonomy', {
              kind: 'component',
              name: 'taxonomy-service',
              entityTitle: 'Taxonomy Service',
            }),
          },
          {
            type: 'techdocs',
            document: document('Runbook', '/d/orders/runbook', {
              name: 'orders',
            }),
          },
        ],
      })),
    );
    await userEvent.type(await screen.findByRole('searchbox'), 'taxonomy');

    await screen.findByRole('list', { name: 'Results' });
    expect(
      screen.getAllByRole('listitem').map(item => item.textContent),
    ).toEqual([
      'Taxonomy ServiceComponent · service · search',
      'Taxonomy ServiceDocumentation of Taxonomy Service',
      'RunbookDocumentation of orders',
    ]);
    expect(screen.getByRole('link', { name: 'Runbook' })).toHaveAttribute(
      'href',
      '/d/orders/runbook',
    );
  });

  it('leads to all results, and closes', async () => {
    const onClose = openPopup(jest.fn(async () => ({ results: [] })));
    await userEvent.type(
      await screen.findByRole('searchbox'),
      'orders & stock{Enter}',
    );

    expect(screen.getByRole('status', { name: '' })).toBeInTheDocument();
    expect(screen.getByText('/search?query=orders+%26+stock')).toBeVisible();
    expect(onClose).toHaveBeenCalled();
  });
});
