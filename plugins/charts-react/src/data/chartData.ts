import type { PartialReason } from '@waymark/metrics-common';

/** One value of a chart, with what is needed to judge it. */
export interface ChartCell {
  /** In the unit of the chart; null where nothing was measured, which is not zero. */
  value: number | null;
  n?: number | null;
  low?: number;
  high?: number;
  /** Where the value belongs if that is not the row: the period of a comparison. */
  title?: string;
}

/** `comparison` and `target` stand behind what is measured now: grey and dashed. */
export type SeriesTone = 'measured' | 'comparison' | 'target';

export interface ChartSeries {
  id: string;
  label: string;
  tone?: SeriesTone;
}

export interface ChartRow {
  id: string;
  /** Short, for the axis. */
  label: string;
  /** In full, for tooltip, table and screen readers. */
  title: string;
  /** A period that is not over yet, or that the window cuts. */
  partial?: boolean;
  /** Which of the two; not over yet where nothing is said. */
  partialReason?: PartialReason | null;
  /** The list behind the point. */
  href?: string;
  cells: Readonly<Record<string, ChartCell>>;
}

/** What charts, their tables and their downloads are made of. */
export interface ChartData {
  /** What a row is: "Week", "Dimension". */
  rowLabel: string;
  series: readonly ChartSeries[];
  rows: readonly ChartRow[];
}

/** Why a row is not whole; null where it is. */
export const partialReasonOf = (row: ChartRow): PartialReason | null =>
  row.partial ? row.partialReason ?? 'running' : null;

export const NO_CELL: ChartCell = { value: null };

export const cellOf = (row: ChartRow, seriesId: string): ChartCell =>
  row.cells[seriesId] ?? NO_CELL;

export const valuesOf = ({ series, rows }: ChartData): number[] =>
  rows.flatMap(row =>
    series.flatMap(({ id }) => {
      const { value, low, high } = cellOf(row, id);
      return [value, low, high].filter(
        (number): number is number => typeof number === 'number',
      );
    }),
  );

export const isEmpty = (data: ChartData): boolean =>
  data.rows.every(row =>
    data.series.every(({ id }) => cellOf(row, id).value === null),
  );
