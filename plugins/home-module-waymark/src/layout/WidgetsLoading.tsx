import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { homeTranslationRef } from '../translation';
import styles from './HomeLayout.module.css';

const HEIGHTS = [280, 200];

export function WidgetsLoading() {
  const { t } = useTranslationRef(homeTranslationRef);
  return (
    <div role="status" aria-label={t('loading')} className={styles.loading}>
      {HEIGHTS.map(height => (
        <Skeleton key={height} width="100%" height={height} />
      ))}
    </div>
  );
}
