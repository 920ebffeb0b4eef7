import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Cell,
  CellText,
  Link,
  Table,
  type ColumnConfig,
  type TableProps,
} from '@backstage/ui';
import type { Problem } from '@waymark/plugin-catalog-git-common';
import { useInstant } from '../../hooks/useInstant';
import { problemHref } from '../../problemHref';
import { catalogGitTranslationRef } from '../../translation';
import styles from './tables.module.css';
import { useCodeLabels } from './useCodeLabels';

interface ProblemRow extends Problem {
  id: string;
}

interface ProblemsTableProps {
  problems: Problem[];
  pagination: TableProps<ProblemRow>['pagination'];
}

const SHORT_COMMIT = 8;

export function ProblemsTable({ problems, pagination }: ProblemsTableProps) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const codeLabels = useCodeLabels();
  const { zone, format } = useInstant();

  const columns: ColumnConfig<ProblemRow>[] = [
    {
      id: 'where',
      label: t('health.problems.where'),
      isRowHeader: true,
      defaultWidth: '2fr',
      minWidth: 220,
      cell: problem => (
        <Cell>
          <div className={styles.stack}>
            <span>{problem.repository}</span>
            <Link
              href={problemHref(problem, window.location.origin)}
              className={styles.wrap}
            >
              {place(problem) || t('health.problems.wholeRepository')}
            </Link>
          </div>
        </Cell>
      ),
    },
    {
      id: 'what',
      label: t('health.problems.what'),
      defaultWidth: '3fr',
      minWidth: 240,
      cell: problem => (
        <Cell>
          <div className={styles.stack}>
            <span className={styles.code}>{codeLabels[problem.code]}</span>
            <span>{problem.reason}</span>
            {problem.lastGoodCommit && (
              <span className={styles.muted}>
                {t('health.problems.keeps', {
                  commit: problem.lastGoodCommit.slice(0, SHORT_COMMIT),
                })}
              </span>
            )}
          </div>
        </Cell>
      ),
    },
    {
      id: 'remedy',
      label: t('health.problems.remedy'),
      defaultWidth: '3fr',
      minWidth: 220,
      cell: problem => (
        <Cell>
          <span className={styles.wrap}>{problem.remedy}</span>
        </Cell>
      ),
    },
    {
      id: 'since',
      label: t('health.problems.since', { zone }),
      width: 180,
      cell: problem => <CellText title={format(problem.since)} />,
    },
  ];

  return (
    <div className={styles.scroll}>
      <Table
        columnConfig={columns}
        data={problems.map((problem, index) => ({
          ...problem,
          id: `${problem.provider}:${problem.repository}:${problem.path}:${index}`,
        }))}
        pagination={pagination}
      />
    </div>
  );
}

function place({ path, line }: Problem): string {
  return line === null ? path : `${path}:${line}`;
}
