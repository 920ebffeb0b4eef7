import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DefaultResultListItem,
  useSearch,
} from '@backstage/plugin-search-react';
import { Button } from '@backstage/ui';
import { EmptyState, Failure, Loading } from '@waymark/query-react';
import { waymarkTranslationRef } from '../../translation';
import styles from './SearchPage.module.css';
import type { SearchResultItem } from './searchParts';

const ROW_HEIGHT = 72;

const fallback: SearchResultItem = {
  component: props => (
    <li className={styles.fallback}>
      <DefaultResultListItem {...props} />
    </li>
  ),
};

export function SearchResults({ items }: { items: SearchResultItem[] }) {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const { term, result, fetchNextPage, fetchPreviousPage } = useSearch();
  const { value, error } = result;

  if (error) {
    return <Failure error={error} />;
  }
  if (!value) {
    return <Loading label={t('search.results')} rowHeight={ROW_HEIGHT} />;
  }
  if (value.results.length === 0) {
    return (
      <div role="status">
        <EmptyState
          title={term ? t('search.nothing', { term }) : t('search.start')}
          description={term ? t('search.nothingHint') : t('search.startHint')}
        />
      </div>
    );
  }
  return (
    <>
      <ul className={styles.results} aria-label={t('search.results')}>
        {value.results.map(({ document, ...found }) => {
          const { component: Item } =
            items.find(item => item.predicate?.({ document, ...found })) ??
            fallback;
          return <Item key={document.location} {...found} result={document} />;
        })}
      </ul>
      {(fetchPreviousPage || fetchNextPage) && (
        <nav className={styles.pager} aria-label={t('search.pages')}>
          <Button
            variant="secondary"
            isDisabled={!fetchPreviousPage}
            onPress={() => fetchPreviousPage?.()}
          >
            {t('search.previous')}
          </Button>
          <Button
            variant="secondary"
            isDisabled={!fetchNextPage}
            onPress={() => fetchNextPage?.()}
          >
            {t('search.next')}
          </Button>
        </nav>
      )}
    </>
  );
}
