import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { MetricUnit } from '@waymark/metrics-common';
import { cellOf, type ChartCell, type ChartData } from '../../data/chartData';
import { useRowTitle } from '../../data/useRowTitle';
import { useUnitFormat } from '../../format/useUnitFormat';
import { chartsTranslationRef } from '../../translation';
import styles from './DataTable.module.css';
import { TableScroll } from './TableScroll';

interface DataTableProps {
  /** Name of the table: the title of the chart. */
  caption: string;
  data: ChartData;
  unit: MetricUnit;
  /** Only what can be seen can be reached: links are for the visible table. */
  visible: boolean;
}

function Value({ cell, unit }: { cell: ChartCell; unit: MetricUnit }) {
  const { t } = useTranslationRef(chartsTranslationRef);
  const format = useUnitFormat();
  const { value, n, low, high } = cell;
  const hasInterval =
    value !== null && typeof low === 'number' && typeof high === 'number';
  const beside = [
    hasInterval && format.interval({ low, high }, unit),
    typeof n === 'number' && t('figure.n', { n: format.count(n) }),
  ].filter(Boolean);
  return (
    <>
      {value === null ? t('figure.noData') : format.value(value, unit)}
      {beside.length > 0 && (
        <span className={styles.beside}> ({beside.join(', ')})</span>
      )}
    </>
  );
}

/** The data of a chart as a table: for screen readers always, for everyone on request. */
export function DataTable({ caption, data, unit, visible }: DataTableProps) {
  const titleOf = useRowTitle();
  return (
    <TableScroll label={caption} visible={visible}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{data.rowLabel}</th>
            {data.series.map(({ id, label }) => (
              <th key={id} scope="col" className={styles.number}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map(row => (
            <tr key={row.id}>
              <th scope="row">
                {visible && row.href ? (
                  <Link href={row.href} variant="body-small">
                    {titleOf(row)}
                  </Link>
                ) : (
                  titleOf(row)
                )}
              </th>
              {data.series.map(({ id }) => (
                <td key={id} className={styles.number}>
                  <Value cell={cellOf(row, id)} unit={unit} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
