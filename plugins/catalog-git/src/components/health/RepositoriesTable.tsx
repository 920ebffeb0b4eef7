import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  Cell,
  CellText,
  Table,
  useBreakpoint,
  type ColumnConfig,
  type TableProps,
} from '@backstage/ui';
import type { Repository } from '@waymark/plugin-catalog-git-common';
import { usePortalTime } from '@waymark/time-react';
import { useRepositoryHref } from '../../hooks/useRepositoryHref';
import { inApp } from '../../problemHref';
import { catalogGitTranslationRef } from '../../translation';
import { StatusLabel } from './StatusLabel';
import styles from './tables.module.css';

interface RepositoryRow extends Repository {
  id: string;
}

interface RepositoriesTableProps {
  repositories: Repository[];
  pagination: TableProps<RepositoryRow>['pagination'];
  onScan: (repository: Repository) => void;
}

const SHORT_COMMIT = 8;

export function RepositoriesTable(props: RepositoriesTableProps) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const { zone, format } = usePortalTime();
  const repositoryHref = useRepositoryHref();
  const isNarrow = useBreakpoint().down('md');

  const columns: ColumnConfig<RepositoryRow>[] = [
    {
      id: 'name',
      label: t('health.repositories.name'),
      isRowHeader: true,
      defaultWidth: '2fr',
      minWidth: isNarrow ? 120 : 200,
      cell: repository => (
        <CellText
          title={repository.name}
          description={repository.provider}
          href={
            repositoryHref?.(repository) ??
            inApp(repository.url, window.location.origin)
          }
        />
      ),
    },
    {
      id: 'status',
      label: t('health.repositories.status'),
      defaultWidth: '2fr',
      minWidth: isNarrow ? 120 : 150,
      cell: repository => (
        <Cell>
          <div className={styles.stack}>
            <StatusLabel status={repository.status} />
            {repository.lastError && (
              <span className={styles.muted}>{repository.lastError}</span>
            )}
            {repository.retryAt && (
              <span className={styles.muted}>
                {t('health.repositories.nextTry', {
                  instant: format(repository.retryAt),
                })}
              </span>
            )}
          </div>
        </Cell>
      ),
    },
    {
      id: 'commit',
      label: t('health.repositories.commit'),
      isHidden: isNarrow,
      defaultWidth: '1fr',
      minWidth: 120,
      cell: repository => (
        <CellText
          title={repository.commit?.slice(0, SHORT_COMMIT) ?? ''}
          description={repository.branch ?? undefined}
        />
      ),
    },
    {
      id: 'entities',
      label: t('health.repositories.entities'),
      isHidden: isNarrow,
      width: 90,
      cell: repository => (
        <CellText
          title={String(repository.entities)}
          className={styles.number}
        />
      ),
    },
    {
      id: 'problems',
      label: t('health.repositories.problems'),
      isHidden: isNarrow,
      width: 100,
      cell: repository => (
        <CellText
          title={String(repository.problems)}
          className={styles.number}
        />
      ),
    },
    {
      id: 'lastScan',
      label: t('health.repositories.lastScan', { zone }),
      isHidden: isNarrow,
      width: 190,
      cell: ({ lastScannedAt }) => (
        <CellText title={lastScannedAt ? format(lastScannedAt) : t('never')} />
      ),
    },
    {
      id: 'action',
      label: t('health.repositories.action'),
      width: 90,
      cell: repository => (
        <Cell>
          <Button
            size="small"
            variant="secondary"
            aria-label={t('health.scanOf', { name: repository.name })}
            onPress={() => props.onScan(repository)}
          >
            {t('health.scan')}
          </Button>
        </Cell>
      ),
    },
  ];

  return (
    <div className={styles.scroll}>
      <Table
        columnConfig={columns}
        data={props.repositories.map(repository => ({
          ...repository,
          id: `${repository.provider}:${repository.name}`,
        }))}
        pagination={props.pagination}
      />
    </div>
  );
}
