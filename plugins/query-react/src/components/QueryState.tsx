import type { ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Failure } from './Failure';
import { Loading } from './Loading';

interface QueryStateProps<T> {
  query: UseQueryResult<T>;
  /** What is being loaded, for screen readers. */
  label: string;
  children: (data: T) => ReactNode;
}

/** Loading, refused, failed or the data: the states that every query has. */
export function QueryState<T>({ query, label, children }: QueryStateProps<T>) {
  if (query.data !== undefined) {
    return <>{children(query.data)}</>;
  }
  return query.error ? (
    <Failure error={query.error} onRetry={() => void query.refetch()} />
  ) : (
    <Loading label={label} />
  );
}
