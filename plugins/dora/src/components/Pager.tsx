import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { doraTranslationRef } from '../translation';
import styles from './page.module.css';

interface PagerProps {
  next?: () => void;
  previous?: () => void;
}

/** On and back through a list whose length nobody counts. */
export function Pager({ next, previous }: PagerProps) {
  const { t } = useTranslationRef(doraTranslationRef);
  if (!next && !previous) return null;
  return (
    <div className={styles.pager}>
      <Button
        size="small"
        variant="secondary"
        isDisabled={!previous}
        onPress={previous}
      >
        {t('list.previous')}
      </Button>
      <Button
        size="small"
        variant="secondary"
        isDisabled={!next}
        onPress={next}
      >
        {t('list.next')}
      </Button>
    </div>
  );
}
