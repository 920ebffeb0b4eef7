import type { CsvValue } from '../../data/toCsv';
import type { TeamRow } from './teams';

interface TeamCsvWords {
  team: string;
  /** Stands for values that nobody sees. */
  withheld: string;
  columns: readonly { id: string; label: string; unit: string }[];
}

/** The rows as they are shown: filtered and in the order of the reader. */
export function teamCsv(
  rows: readonly TeamRow[],
  { team, withheld, columns }: TeamCsvWords,
): CsvValue[][] {
  const cellsOf = ({ cells }: TeamRow, id: string): CsvValue[] => {
    const cell = cells[id];
    return cell?.suppressed ? [withheld, null] : [cell?.value, cell?.n];
  };
  return [
    [
      team,
      ...columns.flatMap(({ label, unit }) => [
        `${label} (${unit})`,
        `${label} n`,
      ]),
    ],
    ...rows.map(row => [
      row.name,
      ...columns.flatMap(({ id }) => cellsOf(row, id)),
    ]),
  ];
}
