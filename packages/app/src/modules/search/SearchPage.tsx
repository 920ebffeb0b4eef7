import { SearchContextProvider } from '@backstage/plugin-search-react';
import { Container } from '@backstage/ui';
import { useLocation } from 'react-router-dom';
import { readSearchAddress } from './searchAddress';
import { SearchControls } from './SearchControls';
import styles from './SearchPage.module.css';
import { SearchResults } from './SearchResults';
import type { SearchParts } from './searchParts';
import { useAddressOfSearch } from './useAddressOfSearch';

function Search(parts: SearchParts) {
  useAddressOfSearch();
  return (
    <Container>
      <main className={styles.page}>
        <SearchControls {...parts} />
        <SearchResults items={parts.items} />
      </main>
    </Container>
  );
}

/**
 * Search over catalog and documentation. In place of the built-in page, whose
 * results are list items without a list and whose filters a phone cannot reach.
 */
export function SearchPage(parts: SearchParts) {
  const { key, search } = useLocation();
  return (
    // A new key wherever someone navigates to another search while on this page.
    <SearchContextProvider key={key} initialState={readSearchAddress(search)}>
      <Search {...parts} />
    </SearchContextProvider>
  );
}
