import { useEffect } from 'react';
import { useSearch } from '@backstage/plugin-search-react';
import { writeSearchAddress } from './searchAddress';

/**
 * Keeps the address in step with the search, so that it can be shared and comes
 * back. Replaces the entry without the router, for which nothing has changed.
 */
export function useAddressOfSearch(): void {
  const { term, types, filters, pageCursor } = useSearch();
  const search = writeSearchAddress({
    term,
    types,
    filters: Object.fromEntries(
      Object.entries(filters).map(([name, value]) => [name, String(value)]),
    ),
    pageCursor,
  });
  useEffect(() => {
    window.history.replaceState(
      window.history.state,
      '',
      `${window.location.pathname}${search}`,
    );
  }, [search]);
}
