import { addDays, startOfDay } from '@waymark/metrics-common';
import type { Interval } from '@waymark/plugin-dora-common';

/** A calendar day, `YYYY-MM-DD`, in the time zone of the instance. */
export type LocalDate = string;

/** Length of the periods that roll-ups are kept for. */
export type Grain = Interval;
export const GRAINS: readonly Grain[] = ['day', 'week', 'month'];

/** Days of instants in one time zone, for very many of them. */
export class Calendar {
  readonly timezone: string;
  readonly #format: Intl.DateTimeFormat;

  constructor(timezone: string) {
    this.timezone = timezone;
    // The Swedish form is the ISO form.
    this.#format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: timezone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  }

  dayOf(at: Date): LocalDate {
    return this.timezone === 'UTC'
      ? at.toISOString().slice(0, 10)
      : this.#format.format(at);
  }

  /** The instant at which a day begins. */
  startOf(day: LocalDate): Date {
    return startOfDay(day, this.timezone);
  }
}

const utc = (day: LocalDate) => new Date(`${day}T00:00:00Z`);

/** 1 is Monday. */
export function weekdayOf(day: LocalDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (utc(day).getUTCDay() || 7) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** First day of the period that a day is in; weeks are ISO weeks. */
export function periodOf(day: LocalDate, grain: Grain): LocalDate {
  switch (grain) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, 1 - weekdayOf(day));
    case 'month':
      return `${day.slice(0, 7)}-01`;
    default:
      throw new Error(`There is no grain '${grain satisfies never}'`);
  }
}

/** First day after a period. */
export function endOf(start: LocalDate, grain: Grain): LocalDate {
  if (grain !== 'month') {
    return addDays(start, grain === 'day' ? 1 : 7);
  }
  const date = utc(start);
  date.setUTCMonth(date.getUTCMonth() + 1);
  return date.toISOString().slice(0, 10);
}
