import { useState, type FormEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField } from '@backstage/ui';
import { waymarkTranslationRef } from '../../../translation';
import { useSearchNavigation } from '../hooks/useLinks';

/** Search over everything; Enter opens the results. */
export function HomeSearch() {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const openSearch = useSearchNavigation();
  const [query, setQuery] = useState('');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    openSearch(query.trim());
  };

  return (
    <form role="search" onSubmit={submit}>
      <SearchField
        aria-label={t('home.search.label')}
        placeholder={t('home.search.label')}
        value={query}
        onChange={setQuery}
      />
    </form>
  );
}
