import type { Period } from '@waymark/plugin-dora-common';
import {
  endOf,
  periodOf,
  type Grain,
  type LocalDate,
} from '../domain/calendar';

/** A roll-up of one scope: its grain and first day. */
export interface Cell {
  grain: Grain;
  start: LocalDate;
}

const LARGEST_FIRST: readonly Grain[] = ['month', 'week', 'day'];

/** The fewest roll-ups that make up exactly the days from `from` up to `to`. */
export function cellsOf(from: LocalDate, to: LocalDate): Cell[] {
  const cells: Cell[] = [];
  let start = from;
  while (start < to) {
    const grain = largestGrainAt(start, to);
    cells.push({ grain, start });
    start = endOf(start, grain);
  }
  return cells;
}

function largestGrainAt(start: LocalDate, to: LocalDate): Grain {
  return (
    LARGEST_FIRST.find(
      grain => periodOf(start, grain) === start && fits(start, grain, to),
    ) ?? 'day'
  );
}

/** A week that reaches into a month which is a cell of its own would be in the way. */
function fits(start: LocalDate, grain: Grain, to: LocalDate): boolean {
  const end = endOf(start, grain);
  if (end > to) {
    return false;
  }
  const nextMonth = endOf(periodOf(start, 'month'), 'month');
  const isMonthNext = endOf(nextMonth, 'month') <= to;
  return grain !== 'week' || end <= nextMonth || !isMonthNext;
}

/** The cells of a bar of a chart: one where the window does not cut it. */
export function cellsOfPeriod(
  { start, end, isCut }: Pick<Period, 'start' | 'end' | 'isCut'>,
  interval: Grain,
): Cell[] {
  return isCut ? cellsOf(start, end) : [{ grain: interval, start }];
}
