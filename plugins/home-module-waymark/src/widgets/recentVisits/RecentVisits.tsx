import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { QueryState } from '@waymark/query-react';
import { homeTranslationRef } from '../../translation';
import styles from '../widget.module.css';
import { useRecentVisits } from './useRecentVisits';

const SHOWN_VISITS = 6;

interface RecentVisitsProps {
  /** A setting: how many at most. */
  limit?: number;
}

/** A way back to what one looked at last. */
export function RecentVisits({ limit = SHOWN_VISITS }: RecentVisitsProps) {
  const { t } = useTranslationRef(homeTranslationRef);
  const query = useRecentVisits(limit);
  return (
    <QueryState query={query} label={t('visits.label')}>
      {visits =>
        visits.length === 0 ? (
          <p className={styles.note}>{t('visits.empty')}</p>
        ) : (
          <ul className={styles.list}>
            {visits.map(visit => (
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
        )
      }
    </QueryState>
  );
}
