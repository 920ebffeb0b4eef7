import type { CsvValue } from '../../data/toCsv';
import type { HeatColumn, HeatRow } from './heat';

/** The values of a heat map; `withheld` stands for those that nobody sees. */
export const heatCsv = (
  rows: readonly HeatRow[],
  columns: readonly HeatColumn[],
  rowLabel: string,
  withheld: string,
): CsvValue[][] => [
  [rowLabel, ...columns.map(({ label }) => label)],
  ...rows.map(({ label, cells }) => [
    label,
    ...columns.map(({ id }) =>
      cells[id]?.suppressed ? withheld : cells[id]?.value,
    ),
  ]),
];
