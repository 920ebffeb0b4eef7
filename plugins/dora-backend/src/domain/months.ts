/** A calendar month in UTC, `YYYY-MM`: the unit in which raw events are kept. */
export type Month = string;

export function monthOf(at: Date): Month {
  return at.toISOString().slice(0, 7);
}

export function startOf(month: Month): Date {
  return new Date(`${month}-01T00:00:00Z`);
}

export function addMonths(month: Month, months: number): Month {
  const start = startOf(month);
  start.setUTCMonth(start.getUTCMonth() + months);
  return monthOf(start);
}
