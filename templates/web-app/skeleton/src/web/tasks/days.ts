const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** A day of the calendar, in the form that is usual where the reader is. */
export function formatDay(day: string): string {
  return DAY.format(new Date(`${day}T00:00`));
}

export function formatInstant(instant: string): string {
  return DAY.format(new Date(instant));
}

/** Whether the day is over where the reader is. */
export function isPast(day: string, now: Date): boolean {
  const today = [
    String(now.getFullYear()).padStart(4, '0'),
    String(now.getMonth() + 1).padStart(2, '0'),
    String(now.getDate()).padStart(2, '0'),
  ].join('-');
  return day < today;
}
