import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Cell,
  CellText,
  Link,
  Table,
  useBreakpoint,
  type ColumnConfig,
  type TableProps,
} from '@backstage/ui';
import type { Problem } from '@waymark/plugin-catalog-git-common';
import { usePortalTime } from '@waymark/time-react';
import { useRepositoryHref } from '../../hooks/useRepositoryHref';
import { problemHref } from '../../problemHref';
import { catalogGitTranslationRef } from '../../translation';
import { ProblemDetail } from './ProblemDetail';
import styles from './tables.module.css';

interface ProblemRow extends Problem {
  id: string;
}

interface ProblemsTableProps {
  problems: Problem[];
  pagination: TableProps<ProblemRow>['pagination'];
  /** Without it, there is nothing to press. */
  onRetry?: (problem: Problem) => void;
}

export function ProblemsTable(props: ProblemsTableProps) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const { zone, format } = usePortalTime();
  const repositoryHref = useRepositoryHref();
  const isNarrow = useBreakpoint().down('md');
  const { onRetry } = props;

  const columns: ColumnConfig<ProblemRow>[] = [
    {
      id: 'where',
      label: t('health.problems.where'),
      isRowHeader: true,
      defaultWidth: '2fr',
      minWidth: isNarrow ? 120 : 200,
      cell: problem => (
        <Cell>
          <div className={styles.stack}>
            {repositoryHref ? (
              <Link
                className={styles.wrap}
                href={repositoryHref({
                  name: problem.repository,
                  provider: problem.provider,
                })}
              >
                {problem.repository}
              </Link>
            ) : (
              <span>{problem.repository}</span>
            )}
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
      minWidth: isNarrow ? 160 : 240,
      cell: problem => (
        <Cell>
          <div className={styles.stack}>
            <ProblemDetail problem={problem} />
            {isNarrow && (
              <>
                <span>{problem.remedy}</span>
                <span className={styles.muted}>
                  {`${t('health.problems.since', { zone })}: ${format(
                    problem.since,
                  )}`}
                </span>
                {onRetry && (
                  <span>
                    <RetryButton problem={problem} onRetry={onRetry} />
                  </span>
                )}
              </>
            )}
          </div>
        </Cell>
      ),
    },
    {
      id: 'remedy',
      label: t('health.problems.remedy'),
      isHidden: isNarrow,
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
      isHidden: isNarrow,
      width: 190,
      cell: problem => <CellText title={format(problem.since)} />,
    },
    {
      id: 'action',
      label: t('health.problems.action'),
      isHidden: isNarrow || !onRetry,
      width: 90,
      cell: problem => (
        <Cell>
          {onRetry && <RetryButton problem={problem} onRetry={onRetry} />}
        </Cell>
      ),
    },
  ];

  return (
    <div className={styles.scroll}>
      <Table
        columnConfig={columns}
        data={props.problems.map((problem, index) => ({
          ...problem,
          id: `${problem.provider}:${problem.repository}:${problem.path}:${index}`,
        }))}
        pagination={props.pagination}
      />
    </div>
  );
}

function RetryButton(props: {
  problem: Problem;
  onRetry: (problem: Problem) => void;
}) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const { problem, onRetry } = props;
  return (
    <Button
      size="small"
      variant="secondary"
      aria-label={t('health.retryOf', {
        name: `${problem.repository} ${place(problem)}`.trim(),
      })}
      onPress={() => onRetry(problem)}
    >
      {t('health.retry')}
    </Button>
  );
}

function place({ path, line }: Problem): string {
  return line === null ? path : `${path}:${line}`;
}
