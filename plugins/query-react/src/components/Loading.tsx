import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Skeleton } from '@backstage/ui';
import { statesTranslationRef } from '../translation';
import styles from './Loading.module.css';

const SKELETON_ROWS = 3;
const ROW_HEIGHT = 32;

interface LoadingProps {
  /** What is being loaded, for screen readers. */
  label: string;
  /** About as high as what will be there. */
  rowHeight?: number;
}

/** Something is on its way. */
export function Loading({ label, rowHeight = ROW_HEIGHT }: LoadingProps) {
  const { t } = useTranslationRef(statesTranslationRef);
  return (
    <div
      role="status"
      aria-label={`${t('loading')}: ${label}`}
      className={styles.loading}
    >
      {Array.from({ length: SKELETON_ROWS }, (_, row) => (
        <Skeleton key={row} width="100%" height={rowHeight} />
      ))}
    </div>
  );
}
