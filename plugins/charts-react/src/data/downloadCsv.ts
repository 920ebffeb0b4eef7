import { toCsv, type CsvValue } from './toCsv';

const fileName = (title: string) =>
  `${title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')}.csv`;

// Without the mark, spreadsheets guess an encoding of their own.
const BYTE_ORDER_MARK = '\uFEFF';

/** Hands the rows to the browser as a file named after the title. */
export function downloadCsv(
  title: string,
  rows: readonly (readonly CsvValue[])[],
): void {
  const blob = new Blob([BYTE_ORDER_MARK, toCsv(rows)], {
    type: 'text/csv;charset=utf-8',
  });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName(title);
  link.click();
  URL.revokeObjectURL(url);
}
