import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { UseQueryResult } from '@tanstack/react-query';
import { EmptyState, QueryState, useCursorPages } from '@waymark/query-react';
import type { ReactNode } from 'react';
import { doraTranslationRef } from '../translation';
import { Pager } from './Pager';
import styles from './page.module.css';

interface PagedListProps<T> {
  label: string;
  query: UseQueryResult<{ items: T[]; nextCursor: string | null }>;
  pages: ReturnType<typeof useCursorPages>;
  /** In place of a list without items; by default that of a window. */
  empty?: ReactNode;
  children: (items: T[]) => ReactNode;
}

/** A page of a list while it loads, when there is nothing, and with the way on and back. */
export function PagedList<T>({
  label,
  query,
  pages,
  empty,
  children,
}: PagedListProps<T>) {
  const { t } = useTranslationRef(doraTranslationRef);
  return (
    <QueryState query={query} label={label}>
      {({ items, nextCursor }) =>
        items.length === 0 ? (
          empty ?? (
            <EmptyState
              title={t('list.empty')}
              description={t('list.emptyDescription')}
            />
          )
        ) : (
          <div className={styles.page}>
            {children(items)}
            <Pager {...pages.steps(nextCursor)} />
          </div>
        )
      }
    </QueryState>
  );
}
