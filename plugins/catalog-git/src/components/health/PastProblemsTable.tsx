import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, Table, type ColumnConfig } from '@backstage/ui';
import type { PastProblem } from '@waymark/plugin-catalog-git-common';
import { usePortalTime } from '@waymark/time-react';
import { catalogGitTranslationRef } from '../../translation';
import styles from './tables.module.css';
import { useCodeLabels } from './useCodeLabels';

interface PastProblemRow extends PastProblem {
  id: string;
}

/** What was wrong with a repository, and from when until when. */
export function PastProblemsTable({ problems }: { problems: PastProblem[] }) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const codeLabels = useCodeLabels();
  const { zone, format } = usePortalTime();
  const columns: ColumnConfig<PastProblemRow>[] = [
    {
      id: 'what',
      label: t('health.problems.what'),
      isRowHeader: true,
      defaultWidth: '4fr',
      minWidth: 200,
      cell: problem => (
        <Cell>
          <div className={styles.stack}>
            <span className={styles.code}>{codeLabels[problem.code]}</span>
            <span>{problem.reason}</span>
            <span className={styles.muted}>
              {problem.line === null
                ? problem.path
                : `${problem.path}:${problem.line}`}
            </span>
          </div>
        </Cell>
      ),
    },
    {
      id: 'since',
      label: t('health.problems.since', { zone }),
      width: 190,
      cell: problem => <CellText title={format(problem.since)} />,
    },
    {
      id: 'resolved',
      label: t('health.repository.resolved', { zone }),
      width: 190,
      cell: problem => <CellText title={format(problem.resolvedAt)} />,
    },
  ];
  return (
    <div className={styles.scroll}>
      <Table
        columnConfig={columns}
        data={problems.map((problem, index) => ({
          ...problem,
          id: String(index),
        }))}
        pagination={{ type: 'none' }}
      />
    </div>
  );
}
