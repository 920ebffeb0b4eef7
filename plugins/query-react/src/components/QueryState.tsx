import type { ReactNode } from 'react';
import { ResponseError } from '@backstage/errors';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert, Button, Skeleton } from '@backstage/ui';
import type { UseQueryResult } from '@tanstack/react-query';
import { errorText } from '../errorText';
import { statesTranslationRef } from '../translation';
import styles from './QueryState.module.css';

interface QueryStateProps<T> {
  query: UseQueryResult<T>;
  /** What is being loaded, for screen readers. */
  label: string;
  children: (data: T) => ReactNode;
}

type Failure = 'forbidden' | 'notFound' | 'failed';

const FAILURE_OF_STATUS: Readonly<Record<number, Failure>> = {
  403: 'forbidden',
  404: 'notFound',
};
const SKELETON_ROWS = 3;

/** Loading, refused, failed or the data: the states that every query has. */
export function QueryState<T>({ query, label, children }: QueryStateProps<T>) {
  const { t } = useTranslationRef(statesTranslationRef);
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  if (!query.error) {
    return (
      <div
        role="status"
        aria-label={`${t('loading')}: ${label}`}
        className={styles.loading}
      >
        {Array.from({ length: SKELETON_ROWS }, (_, row) => (
          <Skeleton key={row} height={32} />
        ))}
      </div>
    );
  }
  const failure = failureOf(query.error);
  const isFinal = failure !== 'failed';
  return (
    <div role="alert">
      <Alert
        status={isFinal ? 'warning' : 'danger'}
        icon
        title={t(failure)}
        description={errorText(query.error)}
        customActions={
          isFinal ? undefined : (
            <Button
              size="small"
              variant="secondary"
              onPress={() => void query.refetch()}
            >
              {t('retry')}
            </Button>
          )
        }
      />
    </div>
  );
}

function failureOf(error: unknown): Failure {
  return error instanceof ResponseError
    ? FAILURE_OF_STATUS[error.response.status] ?? 'failed'
    : 'failed';
}
