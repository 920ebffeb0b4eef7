import { useState, type FormEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField } from '@backstage/ui';
import { useSearchNavigation } from '../links/useLinks';
import { homeTranslationRef } from '../translation';

/** Search over everything; Enter opens the results. */
export function HomeSearch() {
  const { t } = useTranslationRef(homeTranslationRef);
  const openSearch = useSearchNavigation();
  const [query, setQuery] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    openSearch(query.trim());
  };

  return (
    <form role="search" onSubmit={submit}>
      <SearchField
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        value={query}
        onChange={setQuery}
      />
    </form>
  );
}
