import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Cell, CellText, Table, type ColumnConfig } from '@backstage/ui';
import type { RepositoryScan } from '@waymark/plugin-catalog-git-common';
import { usePortalTime } from '@waymark/time-react';
import { catalogGitTranslationRef } from '../../translation';
import styles from './tables.module.css';

interface ScanRow extends RepositoryScan {
  id: string;
}

const SHORT_COMMIT = 8;

/** The last scans of a repository that found something new, or failed. */
export function RepositoryScansTable({ scans }: { scans: RepositoryScan[] }) {
  const { t } = useTranslationRef(catalogGitTranslationRef);
  const { zone, format } = usePortalTime();
  const columns: ColumnConfig<ScanRow>[] = [
    {
      id: 'finished',
      label: t('health.repository.finished', { zone }),
      isRowHeader: true,
      width: 190,
      cell: scan => <CellText title={format(scan.finishedAt)} />,
    },
    {
      id: 'outcome',
      label: t('health.repository.outcome'),
      defaultWidth: '4fr',
      minWidth: 180,
      cell: scan => (
        <Cell>
          <div className={styles.stack}>
            {scan.outcome === 'failed' ? (
              <>
                <span className={styles.code}>
                  {t('health.repository.failed')}
                </span>
                <span>{scan.reason}</span>
              </>
            ) : (
              <>
                <span>
                  {t('health.repository.changes', { count: scan.changes })}
                </span>
                <span className={styles.muted}>
                  {t('health.repository.found', { count: scan.problems })}
                </span>
              </>
            )}
          </div>
        </Cell>
      ),
    },
    {
      id: 'commit',
      label: t('health.repository.commit'),
      width: 110,
      cell: scan => (
        <CellText title={scan.commit?.slice(0, SHORT_COMMIT) ?? '–'} />
      ),
    },
    {
      id: 'trigger',
      label: t('health.repository.trigger'),
      width: 140,
      cell: scan => (
        <CellText title={t(`health.repository.by${scan.trigger}`)} />
      ),
    },
    {
      id: 'duration',
      label: t('health.repository.duration'),
      width: 100,
      cell: scan => (
        <CellText
          className={styles.number}
          title={t('health.repository.seconds', {
            value: (scan.durationMs / 1_000).toFixed(1),
          })}
        />
      ),
    },
  ];
  return (
    <>
      <p className={styles.note}>{t('health.repository.scansDescription')}</p>
      <div className={styles.scroll}>
        <Table
          columnConfig={columns}
          data={scans.map((scan, index) => ({ ...scan, id: String(index) }))}
          pagination={{ type: 'none' }}
        />
      </div>
    </>
  );
}
