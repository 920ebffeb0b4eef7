import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import { useOpen } from '../../hooks/useOpen';
import { useRowWindow } from '../../hooks/useRowWindow';
import { chartsTranslationRef } from '../../translation';
import { HeatGridCell } from './HeatGridCell';
import styles from './HeatMap.module.css';
import type { HeatColumn, HeatRow } from './heat';
import { nextCell } from './nextCell';

interface HeatGridProps {
  label: string;
  rowLabel: string;
  columns: readonly HeatColumn[];
  rows: readonly HeatRow[];
  domain: readonly [number, number];
  textOf: (value: number) => string;
  onSelect?: (row: HeatRow, column: HeatColumn) => void;
}

/** Fixed, so that the rows beyond the view need not be rendered. */
const ROW_PX = 36;
const NARROWEST_COLUMN_PX = 88;
const ROW_HEAD_PX = 128;

/** The cells as a grid in the sense of ARIA: one stop of the Tab key, arrows within. */
export function HeatGrid(props: HeatGridProps) {
  const { label, rowLabel, columns, rows, domain, textOf, onSelect } = props;
  const { t } = useTranslationRef(chartsTranslationRef);
  const openHref = useOpen();
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const shouldFocus = useRef(false);
  const shown = useRowWindow(rows.length, ROW_PX);

  // Filtered away or scrolled out of what is rendered, the cell that was reached cannot be the stop
  // of the Tab key; the first that is there takes its place.
  const isRendered = at.row >= shown.first && at.row < shown.end;
  const stop = {
    row: isRendered ? at.row : shown.first,
    column: Math.min(at.column, columns.length - 1),
  };

  useEffect(() => {
    if (!shouldFocus.current) return;
    const cell = scroller.current?.querySelector<HTMLElement>(
      `[data-cell="${at.row} ${at.column}"]`,
    );
    if (!cell) return;
    shouldFocus.current = false;
    cell.focus({ preventScroll: false });
  }, [at, shown.first, shown.end]);

  const open = (row: number, column: number) => {
    const href = rows[row].cells[columns[column].id]?.href;
    if (onSelect) onSelect(rows[row], columns[column]);
    else if (href) openHref(href);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') {
      // Links in the row headers open by themselves.
      if (!(event.target instanceof HTMLTableCellElement)) return;
      event.preventDefault();
      open(at.row, at.column);
      return;
    }
    const next = nextCell(event.key, at, {
      row: rows.length,
      column: columns.length,
    });
    if (!next) return;
    event.preventDefault();
    shouldFocus.current = true;
    const isNextRendered = next.row >= shown.first && next.row < shown.end;
    if (!isNextRendered && scroller.current) {
      scroller.current.scrollTop = next.row * ROW_PX;
    }
    setAt(next);
  };

  return (
    <div ref={scroller} className={styles.scroller} onScroll={shown.onScroll}>
      <table
        role="grid"
        className={styles.grid}
        style={{
          minWidth: ROW_HEAD_PX + columns.length * NARROWEST_COLUMN_PX,
        }}
        aria-label={label}
        aria-rowcount={rows.length + 1}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              {rowLabel}
            </th>
            {columns.map(column => (
              <th key={column.id} scope="col" className={styles.columnHead}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.above > 0 && (
            <tr aria-hidden style={{ height: shown.above }}>
              <td colSpan={columns.length + 1} />
            </tr>
          )}
          {rows.slice(shown.first, shown.end).map((row, offset) => {
            const index = shown.first + offset;
            return (
              <tr key={row.id} aria-rowindex={index + 2}>
                <th scope="row" className={styles.rowHead} title={row.label}>
                  {row.href ? (
                    <Link href={row.href} variant="body-small">
                      {row.label}
                    </Link>
                  ) : (
                    row.label
                  )}
                </th>
                {columns.map((column, place) => (
                  <HeatGridCell
                    key={column.id}
                    place={`${index} ${place}`}
                    cell={row.cells[column.id]}
                    domain={domain}
                    textOf={textOf}
                    isCurrent={stop.row === index && stop.column === place}
                    canOpen={Boolean(onSelect ?? row.cells[column.id]?.href)}
                    onFocus={() => setAt({ row: index, column: place })}
                    onOpen={() => open(index, place)}
                  />
                ))}
              </tr>
            );
          })}
          {shown.below > 0 && (
            <tr aria-hidden style={{ height: shown.below }}>
              <td colSpan={columns.length + 1} />
            </tr>
          )}
        </tbody>
      </table>
      <span className={styles.hint}>{t('heat.hint')}</span>
    </div>
  );
}
