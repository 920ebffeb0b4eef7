import { useMemo, useState } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link, SearchField } from '@backstage/ui';
import { useLocale } from '../../format/useLocale';
import { useRowWindow } from '../../hooks/useRowWindow';
import { chartsTranslationRef } from '../../translation';
import { ChartFrame, type ChartHeading } from '../ChartFrame/ChartFrame';
import { READY } from '../ChartFrame/chartStatus';
import { TeamTableCell } from './TeamTableCell';
import { TeamTableHead } from './TeamTableHead';
import styles from './TeamTable.module.css';
import { teamCsv } from './teamCsv';
import {
  BY_NAME,
  filterTeams,
  sortTeams,
  type TeamColumn,
  type TeamRow,
  type TeamSort,
} from './teams';

export interface TeamTableProps extends Omit<ChartHeading, 'unit' | 'n'> {
  columns: readonly TeamColumn[];
  rows: readonly TeamRow[];
}

const ROW_PX = 52;
const STATE_HEIGHT_PX = 240;

/** One row a team, by name; columns are metrics. Sorting is the reader's choice, never the default. */
export function TeamTable({ columns, rows, ...heading }: TeamTableProps) {
  const { title, status = READY } = heading;
  const { t } = useTranslationRef(chartsTranslationRef);
  const locale = useLocale();
  const [sort, setSort] = useState<TeamSort>({
    column: BY_NAME,
    descending: false,
  });
  const [filter, setFilter] = useState('');
  const shown = useMemo(
    () => sortTeams(filterTeams(rows, filter), sort, locale),
    [rows, filter, sort, locale],
  );
  const view = useRowWindow(shown.length, ROW_PX);
  return (
    <ChartFrame
      {...heading}
      status={
        status.kind === 'ready' && rows.length === 0
          ? { kind: 'empty' }
          : status
      }
      height={STATE_HEIGHT_PX}
      csv={() =>
        teamCsv(shown, {
          team: t('teams.team'),
          withheld: t('heat.withheld'),
          columns: columns.map(({ id, label, unit }) => ({
            id,
            label,
            unit: t(`unitName.${unit}`),
          })),
        })
      }
    >
      <SearchField
        size="small"
        className={styles.filter}
        aria-label={t('teams.filter')}
        placeholder={t('teams.filter')}
        value={filter}
        onChange={setFilter}
      />
      <div className={styles.scroller} onScroll={view.onScroll}>
        <table className={styles.table} aria-rowcount={shown.length + 1}>
          <caption className={styles.caption}>{title}</caption>
          <TeamTableHead columns={columns} sort={sort} onSort={setSort} />
          <tbody>
            {view.above > 0 && (
              <tr aria-hidden style={{ height: view.above }}>
                <td colSpan={columns.length + 1} />
              </tr>
            )}
            {shown.slice(view.first, view.end).map((row, offset) => (
              <tr key={row.id} aria-rowindex={view.first + offset + 2}>
                <th scope="row" className={styles.name}>
                  {row.href ? (
                    <Link href={row.href} variant="body-small">
                      {row.name}
                    </Link>
                  ) : (
                    row.name
                  )}
                </th>
                {columns.map(column => (
                  <TeamTableCell
                    key={column.id}
                    team={row.name}
                    column={column}
                    cell={row.cells[column.id]}
                  />
                ))}
              </tr>
            ))}
            {view.below > 0 && (
              <tr aria-hidden style={{ height: view.below }}>
                <td colSpan={columns.length + 1} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <p role="status" className={styles.none}>
        {shown.length === 0 ? t('teams.none') : ''}
      </p>
    </ChartFrame>
  );
}
