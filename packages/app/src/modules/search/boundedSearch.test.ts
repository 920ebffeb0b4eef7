import { boundedSearch } from './boundedSearch';

describe('boundedSearch', () => {
  it('asks with what fits of a long term, and with all else as it is', async () => {
    const query = jest.fn(async () => ({ results: [] }));
    const signal = new AbortController().signal;
    const search = boundedSearch({ query });

    await search.query(
      { term: 'a'.repeat(120), types: ['techdocs'] },
      { signal },
    );

    expect(query).toHaveBeenCalledWith(
      { term: 'a'.repeat(100), types: ['techdocs'] },
      { signal },
    );
  });
});
