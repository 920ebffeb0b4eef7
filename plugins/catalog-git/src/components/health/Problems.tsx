import { useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Select } from '@backstage/ui';
import {
  problemCodes,
  type ProblemCode,
} from '@waymark/plugin-catalog-git-common';
import { EmptyState, QueryState, useCursorPages } from '@waymark/query-react';
import { useProblems } from '../../hooks/useProblems';
import { catalogGitTranslationRef } from '../../translation';
import { HealthSection } from './HealthSection';
import { ProblemsTable } from './ProblemsTable';
import styles from './tables.module.css';
import { useCodeLabels } from './useCodeLabels';

const ALL = 'all';

/** What could not be ingested, and what to do about each. */
export function Problems() {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const codeLabels = useCodeLabels();
  const [code, setCode] = useState<ProblemCode>();
  const pages = useCursorPages();
  const query = useProblems({ code, cursor: pages.cursor });

  const options = [
    { id: ALL, label: t('health.problems.allCodes') },
    ...problemCodes.map(id => ({ id, label: codeLabels[id] })),
  ];

  return (
    <HealthSection title={t('health.problems.title')}>
      <div className={styles.filters}>
        <Select
          className={styles.filter}
          aria-label={t('health.problems.what')}
          options={options}
          value={code ?? ALL}
          onChange={key => {
            setCode(problemCodes.find(known => known === key));
            pages.reset();
          }}
        />
      </div>
      <QueryState query={query} label={t('health.problems.title')}>
        {page =>
          page.items.length === 0 ? (
            <EmptyState
              title={
                code
                  ? t('health.problems.emptyFiltered')
                  : t('health.problems.empty')
              }
              description={
                code ? undefined : t('health.problems.emptyDescription')
              }
            />
          ) : (
            <ProblemsTable
              problems={page.items}
              pagination={pages.pagination(page)}
            />
          )
        }
      </QueryState>
    </HealthSection>
  );
}
