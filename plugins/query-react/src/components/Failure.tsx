import { ResponseError } from '@backstage/errors';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { errorText } from '../errorText';
import { statesTranslationRef } from '../translation';

type Kind = 'forbidden' | 'notFound' | 'failed';

const KIND_OF_STATUS: Readonly<Record<number, Kind>> = {
  403: 'forbidden',
  404: 'notFound',
};

interface FailureProps {
  error: unknown;
  /** Offered where asking again may help. */
  onRetry?(): void;
}

/** Refused, not found or failed, in the server's own words. */
export function Failure({ error, onRetry }: FailureProps) {
  const { t } = useTranslationRef(statesTranslationRef);
  const kind = kindOf(error);
  const isFinal = kind !== 'failed';
  return (
    <div role="alert">
      <Alert
        status={isFinal ? 'warning' : 'danger'}
        icon
        title={t(kind)}
        description={errorText(error)}
        customActions={
          isFinal || !onRetry ? undefined : (
            <Button size="small" variant="secondary" onPress={onRetry}>
              {t('retry')}
            </Button>
          )
        }
      />
    </div>
  );
}

function kindOf(error: unknown): Kind {
  return error instanceof ResponseError
    ? KIND_OF_STATUS[error.response.status] ?? 'failed'
    : 'failed';
}
