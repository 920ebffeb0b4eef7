import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, CellText, Link, type ColumnConfig } from '@backstage/ui';
import type { Deployment } from '@waymark/plugin-dora-common';
import { useTimes } from '../hooks/useTimes';
import { useDeliveryLinks } from '../location/useDeliveryLinks';
import { doraTranslationRef } from '../translation';
import { ListTable } from './ListTable';
import { DeploymentMarks } from './Marks';
import styles from './page.module.css';
import { shortVersion } from './shortVersion';

interface DeploymentsTableProps {
  deployments: Deployment[];
  label: string;
}

/** Deployments, each with what it was and what came of it. */
export function DeploymentsTable({
  deployments,
  label,
}: DeploymentsTableProps) {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const links = useDeliveryLinks();

  const columns: ColumnConfig<Deployment>[] = [
    {
      id: 'deployment',
      label: t('column.deployment'),
      isRowHeader: true,
      minWidth: 150,
      cell: deployment => (
        <Cell>
          <div className={styles.stack}>
            <Link href={links.deployment(deployment.id)}>
              {shortVersion(deployment)}
            </Link>
            <span className={styles.muted}>{deployment.environment}</span>
          </div>
        </Cell>
      ),
    },
    {
      id: 'service',
      label: t('column.service'),
      minWidth: 150,
      cell: ({ service }) => (
        <Cell>
          <EntityRefLink entityRef={service} />
        </Cell>
      ),
    },
    {
      id: 'finished',
      label: t('column.finished', { zone: times.zone }),
      minWidth: 160,
      cell: ({ finishedAt }) => <CellText title={times.instant(finishedAt)} />,
    },
    {
      id: 'kind',
      label: t('column.kind'),
      defaultWidth: '2fr',
      minWidth: 200,
      cell: deployment => (
        <Cell>
          <DeploymentMarks deployment={deployment} />
        </Cell>
      ),
    },
    {
      id: 'changes',
      label: t('column.changes'),
      width: 110,
      cell: ({ changes }) => <CellText title={String(changes)} />,
    },
    {
      id: 'recovery',
      label: t('column.recovery'),
      width: 110,
      cell: ({ failed, recoverySeconds }) => {
        if (!failed) return <CellText title="" />;
        return (
          <CellText
            title={
              recoverySeconds === null
                ? t('deployment.notRecovered')
                : times.duration(recoverySeconds)
            }
          />
        );
      },
    },
  ];

  return <ListTable label={label} columns={columns} items={deployments} />;
}
