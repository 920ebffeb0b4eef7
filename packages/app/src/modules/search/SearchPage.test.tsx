import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { searchApiRef } from '@backstage/plugin-search-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { SearchPage } from './SearchPage';

const found = (title: string, type: string) => ({
  type,
  document: { title, text: `About ${title}`, location: `/${title}` },
});

function renderSearch(address: string, query: jest.Mock) {
  renderInTestApp(
    <SearchPage
      items={[
        {
          predicate: ({ type }) => type === 'techdocs',
          component: ({ result }) => <li>Docs: {result?.title}</li>,
        },
      ]}
      resultTypes={[{ value: 'techdocs', name: 'Documentation' }]}
      filters={[]}
    />,
    {
      apis: [
        [searchApiRef, { query }],
        [catalogApiRef, catalogApiMock()],
        mockApis.identity(),
      ],
      initialRouteEntries: [address],
    },
  );
}

describe('SearchPage', () => {
  it('lists what was found, each in the way of its plugin', async () => {
    const query = jest.fn(async () => ({
      results: [
        found('orders', 'software-catalog'),
        found('runbook', 'techdocs'),
      ],
    }));
    renderSearch('/?query=orders&types[]=techdocs', query);

    const list = await screen.findByRole('list', { name: 'Results' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(2);
    expect(within(list).getByText('Docs: runbook')).toBeInTheDocument();
    expect(within(list).getByText('orders')).toBeInTheDocument();
    expect(query).toHaveBeenCalledWith(
      expect.objectContaining({ term: 'orders', types: ['techdocs'] }),
      expect.anything(),
    );
  });

  it('searches for what is typed, among what is chosen', async () => {
    const query = jest.fn(async () => ({ results: [] }));
    renderSearch('/', query);

    await userEvent.type(await screen.findByRole('searchbox'), 'price');
    await userEvent.click(screen.getByRole('radio', { name: 'Documentation' }));

    await waitFor(() =>
      expect(query).toHaveBeenLastCalledWith(
        expect.objectContaining({ term: 'price', types: ['techdocs'] }),
        expect.anything(),
      ),
    );
    expect(
      await screen.findByText('Nothing found for "price"'),
    ).toBeInTheDocument();
  });

  it('asks for no longer a term than the search takes', async () => {
    const query = jest.fn(async () => ({ results: [] }));
    renderSearch(`/?query=${'a'.repeat(120)}`, query);

    expect(await screen.findByRole('searchbox')).toHaveAttribute(
      'maxlength',
      '100',
    );
    await waitFor(() =>
      expect(query).toHaveBeenCalledWith(
        expect.objectContaining({ term: 'a'.repeat(100) }),
        expect.anything(),
      ),
    );
  });

  it('says what went wrong', async () => {
    renderSearch(
      '/?query=a',
      jest.fn().mockRejectedValue(new Error('No index')),
    );

    expect(await screen.findByRole('alert')).toHaveTextContent('No index');
  });
});
