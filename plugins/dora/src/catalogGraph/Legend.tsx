import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button } from '@backstage/ui';
import { doraTranslationRef } from '../translation';
import { useGraphHealthSummary } from './GraphHealth';
import { StateMark } from './StateMark';
import styles from './catalogGraph.module.css';
import { SERVICE_STATES } from './serviceState';

const MARK_SIZE = 16;

/** What the marks mean; nothing where no component is in view. */
export function Legend() {
  const { t } = useTranslationRef(doraTranslationRef);
  const { hasServices, error, retry } = useGraphHealthSummary();
  if (!hasServices) return null;
  if (error) {
    return (
      <div role="alert" className={styles.legend}>
        {t('graph.failure')}
        <Button size="small" variant="tertiary" onPress={retry}>
          {t('graph.retry')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.legend}>
      <span>{t('graph.legend')}</span>
      <ul className={styles.states} aria-label={t('graph.legend')}>
        {SERVICE_STATES.map(state => (
          <li key={state} className={styles.state}>
            <svg aria-hidden width={MARK_SIZE} height={MARK_SIZE}>
              <StateMark state={state} size={MARK_SIZE} />
            </svg>
            {t(`graph.state.${state}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
