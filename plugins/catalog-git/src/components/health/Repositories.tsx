import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { SearchField, Select } from '@backstage/ui';
import type { RepositoryStatus } from '@waymark/plugin-catalog-git-common';
import { EmptyState, QueryState, useCursorPages } from '@waymark/query-react';
import { useDebounced } from '../../hooks/useDebounced';
import { useRefresh } from '../../hooks/useRefresh';
import { useRepositories } from '../../hooks/useRepositories';
import { catalogGitTranslationRef } from '../../translation';
import { HealthSection } from './HealthSection';
import { RepositoriesTable } from './RepositoriesTable';
import styles from './tables.module.css';

const ALL = 'all';
const STATUSES: RepositoryStatus[] = [
  'ok',
  'failing',
  'unreachable',
  'pending',
];

/** Every repository the catalog is fed from, with its state. */
export function Repositories() {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const [status, setStatus] = useState<RepositoryStatus>();
  const [text, setText] = useState('');
  const settledText = useDebounced(text.trim());
  const pages = useCursorPages();
  const refresh = useRefresh();
  const query = useRepositories({
    status,
    text: settledText || undefined,
    cursor: pages.cursor,
  });
  const isFiltered = Boolean(status || settledText);

  return (
    <HealthSection title={t('health.repositories.title')}>
      <div className={styles.filters}>
        <SearchField
          className={styles.filter}
          size="small"
          aria-label={t('health.repositories.search')}
          placeholder={t('health.repositories.search')}
          value={text}
          onChange={value => {
            setText(value);
            pages.reset();
          }}
        />
        <Select
          className={styles.filter}
          aria-label={t('health.repositories.status')}
          options={[
            { id: ALL, label: t('health.repositories.allStatus') },
            ...STATUSES.map(id => ({ id, label: t(`health.status.${id}`) })),
          ]}
          value={status ?? ALL}
          onChange={key => {
            setStatus(STATUSES.find(known => known === key));
            pages.reset();
          }}
        />
      </div>
      <QueryState query={query} label={t('health.repositories.title')}>
        {page =>
          page.items.length === 0 ? (
            <EmptyState
              title={
                isFiltered
                  ? t('health.repositories.emptyFiltered')
                  : t('health.repositories.empty')
              }
              description={
                isFiltered
                  ? undefined
                  : t('health.repositories.emptyDescription')
              }
            />
          ) : (
            <RepositoriesTable
              repositories={page.items}
              pagination={pages.pagination(page)}
              onScan={({ name, provider }) =>
                refresh.mutate({ repository: name, provider })
              }
            />
          )
        }
      </QueryState>
    </HealthSection>
  );
}
