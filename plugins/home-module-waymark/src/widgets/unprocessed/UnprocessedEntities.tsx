import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogUnprocessedEntitiesApiRef } from '@backstage/plugin-catalog-unprocessed-entities';
import { useQuery } from '@tanstack/react-query';
import { QueryState } from '@waymark/query-react';
import { useLinks } from '../../links/useLinks';
import { homeTranslationRef } from '../../translation';
import { WidgetFooter } from '../WidgetFooter';
import styles from './UnprocessedEntities.module.css';

/** Entities that the catalog knows of and could not, or not yet, take in. */
export function UnprocessedEntities() {
  const { t } = useTranslationRef(homeTranslationRef);
  const links = useLinks();
  const unprocessedApi = useApi(catalogUnprocessedEntitiesApiRef);
  const query = useQuery({
    queryKey: ['home', 'unprocessed'],
    queryFn: async () => {
      const [failed, pending] = await Promise.all([
        unprocessedApi.failed(),
        unprocessedApi.pending(),
      ]);
      return {
        failed: failed.entities.length,
        pending: pending.entities.length,
      };
    },
  });
  return (
    <QueryState query={query} label={t('unprocessed.label')}>
      {({ failed, pending }) => (
        <>
          <dl className={styles.figures}>
            <div>
              <dt>{t('unprocessed.failed')}</dt>
              <dd className={styles.value}>{failed}</dd>
              <dd>{t('unprocessed.failedDetail')}</dd>
            </div>
            <div>
              <dt>{t('unprocessed.pending')}</dt>
              <dd className={styles.value}>{pending}</dd>
              <dd>{t('unprocessed.pendingDetail')}</dd>
            </div>
          </dl>
          <WidgetFooter
            href={links.unprocessed()}
            linkText={t('unprocessed.all')}
            asOf={query.dataUpdatedAt}
          />
        </>
      )}
    </QueryState>
  );
}
