import type { SearchApi } from '@backstage/plugin-search-react';
import { MAX_TERM_LENGTH } from './searchAddress';

/**
 * Searches for no longer a term than the backend takes, which answers one that is too long with
 * JSON instead of words. Here, because the search of the sidebar has a field of its own.
 */
export const boundedSearch = (search: SearchApi): SearchApi => ({
  query: (query, options) =>
    search.query(
      { ...query, term: query.term.slice(0, MAX_TERM_LENGTH) },
      options,
    ),
});
