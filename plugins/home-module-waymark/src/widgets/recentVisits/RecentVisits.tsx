import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Link, Skeleton } from '@backstage/ui';
import { waymarkTranslationRef } from '../../../translation';
import { useRecentVisits } from '../hooks/useRecentVisits';
import styles from './linkList.module.css';

/** A way back to what one looked at last. */
export function RecentVisits() {
  const { t } = useTranslationRef(waymarkTranslationRef);
  const { value, error, loading } = useRecentVisits();
  if (loading) {
    return (
      <div role="status" aria-label={t('home.visits.loading')}>
        <Skeleton height={20} />
      </div>
    );
  }
  if (error || !value) {
    return <p className={styles.note}>{t('home.visits.failed')}</p>;
  }
  if (value.length === 0) {
    return <p className={styles.note}>{t('home.visits.empty')}</p>;
  }
  return (
    <ul className={styles.list}>
      {value.map(visit => (
        <li key={visit.id}>
          <Link href={visit.pathname}>
            {visit.entityRef ? (
              <EntityDisplayName
                entityRef={visit.entityRef}
                hideIcon
                disableTooltip
              />
            ) : (
              visit.name
            )}
          </Link>
        </li>
      ))}
    </ul>
  );
}
