import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Box, Button, Skeleton } from '@backstage/ui';
import { chartsTranslationRef } from '../../translation';
import styles from './ChartFrame.module.css';
import type { ChartStatus } from './chartStatus';

interface ChartStateProps {
  status: Exclude<ChartStatus, { kind: 'ready' }>;
  /** What is loaded, or could not be. */
  title: string;
  minHeight: number;
}

interface MessageProps {
  title: string;
  text?: string;
  role?: 'alert';
  minHeight: number;
  onRetry?: () => void;
}

function Message({ title, text, role, minHeight, onRetry }: MessageProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  return (
    <Box
      bg="neutral"
      className={styles.state}
      role={role}
      style={{ minHeight }}
    >
      <p className={styles.stateTitle}>{title}</p>
      {text && <p className={styles.stateText}>{text}</p>}
      {onRetry && (
        <Button
          size="small"
          variant="secondary"
          className={styles.stateAction}
          onPress={onRetry}
        >
          {t('state.retry')}
        </Button>
      )}
    </Box>
  );
}

/** What stands where the drawing would be, in its size, so that nothing jumps. */
export function ChartState({ status, title, minHeight }: ChartStateProps) {
  const { t } = useTranslationRef(chartsTranslationRef);
  switch (status.kind) {
    case 'loading':
      return (
        <div
          role="status"
          aria-label={t('state.loading', { title })}
          className={styles.loading}
          style={{ minHeight }}
        >
          <Skeleton width="100%" height={minHeight} />
        </div>
      );
    case 'error':
      return (
        <Message
          role="alert"
          title={t('state.failed')}
          text={status.message}
          minHeight={minHeight}
          onRetry={status.onRetry}
        />
      );
    case 'suppressed':
      return (
        <Message
          title={t('state.suppressed', { k: String(status.k) })}
          text={t('state.suppressedWhy')}
          minHeight={minHeight}
        />
      );
    default:
      return (
        <Message
          title={status.title ?? t('state.empty')}
          text={status.description ?? t('state.emptyWhy')}
          minHeight={minHeight}
        />
      );
  }
}
