import { cellOf, type ChartData } from './chartData';

export type CsvValue = string | number | null | undefined;

// What a spreadsheet takes for the start of a formula.
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n]/;

function csvField(value: CsvValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180; text that a spreadsheet would take for a formula is made text again. */
export const toCsv = (rows: readonly (readonly CsvValue[])[]): string =>
  rows.map(row => `${row.map(csvField).join(',')}\r\n`).join('');

/** The values of a chart as they were measured, unrounded. */
export function chartCsv(data: ChartData, unit: string): CsvValue[][] {
  const { rowLabel, series, rows } = data;
  const has = (field: 'n' | 'low') =>
    rows.some(row =>
      series.some(({ id }) => typeof cellOf(row, id)[field] === 'number'),
    );
  const withN = has('n');
  const withInterval = has('low');
  const withPartial = rows.some(row => row.partial);
  return [
    [
      rowLabel,
      ...(withPartial ? ['partial'] : []),
      ...series.flatMap(({ label }) => [
        `${label} (${unit})`,
        ...(withN ? [`${label} n`] : []),
        ...(withInterval ? [`${label} low`, `${label} high`] : []),
      ]),
    ],
    ...rows.map(row => [
      row.title,
      ...(withPartial ? [String(row.partial ?? false)] : []),
      ...series.flatMap(({ id }) => {
        const { value, n, low, high } = cellOf(row, id);
        return [
          value,
          ...(withN ? [n] : []),
          ...(withInterval ? [low, high] : []),
        ];
      }),
    ]),
  ];
}
