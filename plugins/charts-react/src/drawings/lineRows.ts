import type { AxisScale } from '@waymark/metrics-common';
import { cellOf, type ChartData, type ChartRow } from '../data/chartData';

/** A row as recharts reads it: `<part> <series id>` names the value of a part of a line. */
export type DrawnRow = Record<
  string,
  string | number | null | readonly [number, number]
>;

/**
 * Cuts each line into what is over and what is not: the dashed part begins at the last whole point,
 * so that the line does not break there. What is missing stays missing.
 */
export function lineRows(
  { rows, series }: ChartData,
  { toAxis }: AxisScale,
): DrawnRow[] {
  const isPartial = (row: ChartRow | undefined) => row?.partial === true;
  return rows.map((row, index) => {
    const touchesPartial =
      isPartial(row) ||
      isPartial(rows[index + 1]) ||
      isPartial(rows[index - 1]);
    return {
      id: row.id,
      ...Object.fromEntries(
        series.flatMap(({ id, tone = 'measured' }) => {
          const { value, low, high } = cellOf(row, id);
          const drawn = value === null ? null : toAxis(value);
          // What the current window is compared with is over in every period.
          const isMeasured = tone === 'measured';
          const band =
            value !== null && low !== undefined && high !== undefined
              ? ([toAxis(low), toAxis(high)] as const)
              : null;
          return [
            [`all ${id}`, drawn],
            [`whole ${id}`, isMeasured && isPartial(row) ? null : drawn],
            [`partial ${id}`, isMeasured && touchesPartial ? drawn : null],
            [`band ${id}`, band],
          ];
        }),
      ),
    };
  });
}
