import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useSearch } from '@backstage/plugin-search-react';
import { Link } from '@backstage/ui';
import { EmptyState, Failure, Loading } from '@waymark/query-react';
import { waymarkTranslationRef } from '../../translation';
import { placeOf } from './placeOf';
import styles from './SearchPopup.module.css';

const ROW_HEIGHT = 48;

/** What was found, a title and what it belongs to each. */
export function FoundList({ onFollow }: { onFollow(): void }) {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const { term, result } = useSearch();
  const { value, error } = result;

  if (error) {
    return <Failure error={error} />;
  }
  if (!term) {
    return <p className={styles.hint}>{t('search.startHint')}</p>;
  }
  if (!value) {
    return <Loading label={t('search.results')} rowHeight={ROW_HEIGHT} />;
  }
  if (value.results.length === 0) {
    return (
      <div role="status">
        <EmptyState
          title={t('search.nothing', { term })}
          description={t('search.nothingHint')}
        />
      </div>
    );
  }
  return (
    <ul className={styles.list} aria-label={t('search.results')}>
      {value.results.map(found => {
        const place = placeOf(found);
        return (
          <li key={found.document.location} className={styles.item}>
            <Link href={found.document.location} onPress={onFollow}>
              {found.document.title}
            </Link>
            <span className={styles.place}>
              {place.kind === 'documentation'
                ? t('search.documentationOf', { name: place.of })
                : place.words.join(' · ')}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
