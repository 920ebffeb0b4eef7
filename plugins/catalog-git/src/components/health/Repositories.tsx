import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import { EmptyState, QueryState, useCursorPages } from '@waymark/query-react';
import { repositoryStatuses, type useFilters } from '../../hooks/useFilters';
import { useRefresh } from '../../hooks/useRefresh';
import { useRepositories } from '../../hooks/useRepositories';
import { catalogGitTranslationRef } from '../../translation';
import { HealthSection } from './HealthSection';
import { RepositoriesTable } from './RepositoriesTable';
import styles from './tables.module.css';

const ALL = 'all';

/** Every repository the catalog is fed from, with its state. */
export function Repositories(props: {
  control: ReturnType<typeof useFilters>;
}) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const { filters, set } = props.control;
  const { provider, status, text } = filters;
  const pages = useCursorPages();
  const refresh = useRefresh();
  const query = useRepositories({
    provider,
    status,
    text,
    cursor: pages.cursor,
  });
  const isFiltered = Boolean(provider || status || text);

  return (
    <HealthSection title={t('health.repositories.title')}>
      <div className={styles.filters}>
        <Select
          className={styles.filter}
          aria-label={t('health.repositories.status')}
          options={[
            { id: ALL, label: t('health.repositories.allStatus') },
            ...repositoryStatuses.map(id => ({
              id,
              label: t(`health.status.${id}`),
            })),
          ]}
          value={status ?? ALL}
          onChange={key =>
            set({ status: repositoryStatuses.find(known => known === key) })
          }
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
              onScan={({ name, provider: source }) =>
                refresh.mutate({ repository: name, provider: source })
              }
            />
          )
        }
      </QueryState>
    </HealthSection>
  );
}
