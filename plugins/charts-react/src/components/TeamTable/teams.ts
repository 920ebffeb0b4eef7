import type { MetricUnit, SeriesPoint } from '@waymark/metrics-common';

export interface TeamColumn {
  id: string;
  label: string;
  unit: MetricUnit;
}

export interface TeamCell {
  value: number | null;
  n?: number | null;
  suppressed?: { k: number } | null;
  series?: readonly Pick<SeriesPoint, 'value' | 'partial'>[];
  href?: string;
}

export interface TeamRow {
  id: string;
  name: string;
  href?: string;
  cells: Readonly<Record<string, TeamCell | undefined>>;
}

/** By name unless the reader asks for a column: a table of teams is not a ranking. */
export interface TeamSort {
  column: string;
  descending: boolean;
}

export const BY_NAME = 'name';

const valueOf = (row: TeamRow, column: string) =>
  row.cells[column]?.value ?? null;

/** Sorted copy; teams without a value come last in either direction. */
export function sortTeams(
  rows: readonly TeamRow[],
  { column, descending }: TeamSort,
  locale: string,
): TeamRow[] {
  const turn = descending ? -1 : 1;
  const names = new Intl.Collator(locale, { numeric: true });
  const byName = (a: TeamRow, b: TeamRow) => names.compare(a.name, b.name);
  if (column === BY_NAME) return [...rows].sort((a, b) => turn * byName(a, b));
  return [...rows].sort((a, b) => {
    const [left, right] = [valueOf(a, column), valueOf(b, column)];
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null) || byName(a, b);
    }
    return turn * (left - right) || byName(a, b);
  });
}

export function filterTeams(
  rows: readonly TeamRow[],
  text: string,
): readonly TeamRow[] {
  const wanted = text.trim().toLowerCase();
  return wanted
    ? rows.filter(({ name }) => name.toLowerCase().includes(wanted))
    : rows;
}
