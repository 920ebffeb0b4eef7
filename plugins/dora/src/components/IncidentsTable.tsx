import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Cell, CellText, Link, type ColumnConfig } from '@backstage/ui';
import type { Incident } from '@waymark/plugin-dora-common';
import { useTimes } from '../hooks/useTimes';
import { useDeliveryLinks } from '../location/useDeliveryLinks';
import { doraTranslationRef } from '../translation';
import { ListTable } from './ListTable';
import styles from './page.module.css';

interface IncidentsTableProps {
  incidents: Incident[];
  label: string;
}

/** Incidents with how long they lasted and what is known of their cause. */
export function IncidentsTable({ incidents, label }: IncidentsTableProps) {
  const { t } = useTranslationRef(doraTranslationRef);
  const times = useTimes();
  const links = useDeliveryLinks();

  const columns: ColumnConfig<Incident>[] = [
    {
      id: 'incident',
      label: t('column.incident'),
      isRowHeader: true,
      defaultWidth: '2fr',
      minWidth: 220,
      cell: incident => (
        <Cell>
          <div className={styles.stack}>
            <Link href={links.incident(incident.id)}>
              {incident.title ?? incident.id}
            </Link>
            {incident.reopened > 0 && (
              <span className={styles.muted}>
                {t('incident.reopened', { count: incident.reopened })}
              </span>
            )}
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
      id: 'severity',
      label: t('column.severity'),
      width: 100,
      cell: ({ severity }) => <CellText title={severity ?? '–'} />,
    },
    {
      id: 'started',
      label: t('column.started', { zone: times.zone }),
      minWidth: 160,
      cell: ({ impactStartAt, detectedAt }) => (
        <CellText title={times.instant(impactStartAt ?? detectedAt)} />
      ),
    },
    {
      id: 'lasted',
      label: t('column.lasted'),
      width: 110,
      cell: incident => {
        const { resolvedAt, impactStartAt, detectedAt } = incident;
        return (
          <CellText
            title={
              resolvedAt
                ? times.between(impactStartAt ?? detectedAt, resolvedAt)
                : t('incident.open')
            }
          />
        );
      },
    },
    {
      id: 'cause',
      label: t('column.cause'),
      minWidth: 180,
      cell: ({ causeId, link }) => (
        <Cell>
          {causeId ? (
            <div className={styles.stack}>
              <Link href={links.deployment(causeId)}>
                {t('column.deployment')}
              </Link>
              {link && (
                <span className={styles.muted}>{t(`link.${link.method}`)}</span>
              )}
            </div>
          ) : (
            <span className={styles.muted}>{t('incident.noCause')}</span>
          )}
        </Cell>
      ),
    },
  ];

  return <ListTable label={label} columns={columns} items={incidents} />;
}
