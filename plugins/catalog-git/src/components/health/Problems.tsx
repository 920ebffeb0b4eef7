import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import { problemCodes } from '@waymark/plugin-catalog-git-common';
import { EmptyState, QueryState, useCursorPages } from '@waymark/query-react';
import type { useFilters } from '../../hooks/useFilters';
import { useProblems } from '../../hooks/useProblems';
import { useProblemsExport } from '../../hooks/useProblemsExport';
import { useRefresh } from '../../hooks/useRefresh';
import { catalogGitTranslationRef } from '../../translation';
import { HealthSection } from './HealthSection';
import { ProblemsTable } from './ProblemsTable';
import styles from './tables.module.css';
import { useCodeLabels } from './useCodeLabels';

const ALL = 'all';

/** What could not be ingested, and what to do about each. */
export function Problems(props: { control: ReturnType<typeof useFilters> }) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const codeLabels = useCodeLabels();
  const { filters, set } = props.control;
  const { provider, code, text } = filters;
  const pages = useCursorPages();
  const refresh = useRefresh();
  const exported = useProblemsExport();
  const query = useProblems({ provider, code, text, cursor: pages.cursor });
  const isFiltered = Boolean(provider || code || text);

  return (
    <HealthSection title={t('health.problems.title')}>
      <div className={styles.filters}>
        <Select
          className={styles.filter}
          aria-label={t('health.problems.what')}
          options={[
            { id: ALL, label: t('health.problems.allCodes') },
            ...problemCodes.map(id => ({ id, label: codeLabels[id] })),
          ]}
          value={code ?? ALL}
          onChange={key =>
            set({ code: problemCodes.find(known => known === key) })
          }
        />
        <Button
          className={styles.end}
          size="small"
          variant="secondary"
          iconStart={<RiDownloadLine aria-hidden />}
          isPending={exported.isPending}
          isDisabled={!query.data?.total}
          onPress={() => exported.mutate(filters)}
        >
          {t('health.problems.export')}
        </Button>
      </div>
      <QueryState query={query} label={t('health.problems.title')}>
        {page =>
          page.items.length === 0 ? (
            <EmptyState
              title={
                isFiltered
                  ? t('health.problems.emptyFiltered')
                  : t('health.problems.empty')
              }
              description={
                isFiltered ? undefined : t('health.problems.emptyDescription')
              }
            />
          ) : (
            <ProblemsTable
              problems={page.items}
              pagination={pages.pagination(page)}
              onRetry={({ repository, provider: source }) =>
                refresh.mutate({ repository, provider: source })
              }
            />
          )
        }
      </QueryState>
    </HealthSection>
  );
}
