import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  DefaultResultListItem,
  useSearch,
} from '@backstage/plugin-search-react';
import { Alert, Button, Skeleton } from '@backstage/ui';
import { waymarkTranslationRef } from '../../translation';
import { distinctResults } from './distinctResults';
import styles from './SearchPage.module.css';
import type { SearchResultItem } from './searchParts';

const SKELETON_ROWS = 4;

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
    return (
      <div role="alert">
        <Alert
          status="danger"
          icon
          title={t('search.failed')}
          description={error.message}
        />
      </div>
    );
  }
  if (!value) {
    return (
      <div
        role="status"
        aria-label={t('search.loading')}
        className={styles.loading}
      >
        {Array.from({ length: SKELETON_ROWS }, (_, row) => (
          <Skeleton key={row} height={72} />
        ))}
      </div>
    );
  }
  if (value.results.length === 0) {
    return (
      <div className={styles.empty} role="status">
        <p className={styles.emptyTitle}>
          {term ? t('search.nothing', { term }) : t('search.start')}
        </p>
        <p>{term ? t('search.nothingHint') : t('search.startHint')}</p>
      </div>
    );
  }
  return (
    <>
      <ul className={styles.results} aria-label={t('search.results')}>
        {distinctResults(value.results).map(({ document, ...found }) => {
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
