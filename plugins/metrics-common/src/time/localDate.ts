import { DateTime } from 'luxon';
import { remembered } from './remembered';

/** The day it is at that instant in that time zone. */
export function localDateOf(instant: Date, timezone: string): string {
  const date = DateTime.fromJSDate(instant, { zone: timezone }).toISODate();
  if (date === null) throw new RangeError(`${timezone} is not a time zone`);
  return date;
}

// Days of the calendar are counted in UTC, which has no day of 23 or 25 hours.
const inUtc = (date: string) => DateTime.fromISO(date, { zone: 'utc' });

const isoDate = (date: DateTime): string => date.toFormat('yyyy-MM-dd');

export const addDays = remembered((date: string, days: number): string =>
  isoDate(inUtc(date).plus({ days })),
);

export const addMonths = (date: string, months: number): string =>
  isoDate(inUtc(date).plus({ months }));

export const startOfQuarter = (date: string): string =>
  isoDate(inUtc(date).startOf('quarter'));

export const daysBetween = (from: string, to: string): number =>
  Math.round(inUtc(to).diff(inUtc(from), 'days').days);

const startOfDayMs = remembered((date: string, timezone: string): number =>
  DateTime.fromISO(date, { zone: timezone }).startOf('day').toMillis(),
);

/** The first instant of a day; on a day whose midnight a clock change skips, the first there is. */
export const startOfDay = (date: string, timezone: string): Date =>
  new Date(startOfDayMs(date, timezone));

/** First day of the period that a day is in; weeks are those of ISO 8601. */
export const startOfPeriod = remembered(
  (date: string, interval: 'day' | 'week' | 'month'): string =>
    isoDate(inUtc(date).startOf(interval)),
);

/** First day of the period after the one that begins at `date`. */
export const nextPeriod = remembered(
  (date: string, interval: 'day' | 'week' | 'month'): string =>
    isoDate(inUtc(date).plus({ [interval]: 1 })),
);
