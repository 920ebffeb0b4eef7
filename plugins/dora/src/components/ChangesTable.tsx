import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, CellText, Link, type ColumnConfig } from '@backstage/ui';
import type { Change } from '@waymark/plugin-dora-common';
import { useTimes } from '../hooks/useTimes';
import { useDeliveryLinks } from '../location/useDeliveryLinks';
import { doraTranslationRef } from '../translation';
import { ListTable } from './ListTable';
import styles from './page.module.css';
import { StageBar } from './StageBar';

interface ChangesTableProps {
  changes: Change[];
  label: string;
}

interface ChangeRow extends Omit<Change, 'id'> {
  id: string;
  changeId: string;
}

const SHORT_SHA = 8;

/** Changes with where their time went. */
export function ChangesTable({ changes, label }: ChangesTableProps) {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const links = useDeliveryLinks();

  const columns: ColumnConfig<ChangeRow>[] = [
    {
      id: 'change',
      label: t('column.change'),
      isRowHeader: true,
      defaultWidth: '2fr',
      minWidth: 220,
      cell: change => (
        <Cell>
          <div className={styles.stack}>
            <Link href={links.change(change.changeId, change.service)}>
              {change.title ??
                change.mergeCommitSha?.slice(0, SHORT_SHA) ??
                change.changeId}
            </Link>
            <span className={styles.muted}>{change.repository}</span>
          </div>
        </Cell>
      ),
    },
    {
      id: 'service',
      label: t('column.service'),
      minWidth: 140,
      cell: ({ service }) => (
        <Cell>
          <EntityRefLink entityRef={service} />
        </Cell>
      ),
    },
    {
      id: 'lead',
      label: t('column.lead'),
      width: 110,
      cell: ({ leadSeconds }) => (
        <CellText
          title={leadSeconds === null ? '–' : times.duration(leadSeconds)}
        />
      ),
    },
    {
      id: 'stages',
      label: t('column.stages'),
      minWidth: 180,
      cell: ({ stages }) => (
        <Cell>
          <StageBar stages={stages} />
        </Cell>
      ),
    },
    {
      id: 'merged',
      label: t('column.merged', { zone: times.zone }),
      minWidth: 160,
      cell: ({ mergedAt }) => <CellText title={times.instant(mergedAt)} />,
    },
    {
      id: 'deployed',
      label: t('column.deployed', { zone: times.zone }),
      minWidth: 160,
      cell: ({ deployedAt }) => (
        <CellText
          title={
            deployedAt ? times.instant(deployedAt) : t('change.notDeployed')
          }
        />
      ),
    },
  ];

  return (
    <ListTable
      label={label}
      columns={columns}
      items={changes.map(change => ({
        ...change,
        changeId: change.id,
        // A change of a monorepo is a row for each service it touches.
        id: `${change.id}:${change.service}`,
      }))}
    />
  );
}
