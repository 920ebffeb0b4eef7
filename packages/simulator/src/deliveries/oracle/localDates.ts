/** Days of a calendar as `YYYY-MM-DD`, and where they begin in a time zone. */
const DAY_MS = 86_400_000;

const asUtc = (date: string) => Date.parse(`${date}T00:00:00Z`);
export const addDays = (date: string, days: number) =>
  new Date(asUtc(date) + days * DAY_MS).toISOString().slice(0, 10);
export const daysBetween = (from: string, to: string) =>
  Math.round((asUtc(to) - asUtc(from)) / DAY_MS);

/** Monday is 1. */
const weekday = (date: string) =>
  ((new Date(asUtc(date)).getUTCDay() + 6) % 7) + 1;
const monday = (date: string) => addDays(date, 1 - weekday(date));

const zones = new Map<string, (at: number) => string>();

/** Local dates of instants (milliseconds) in a time zone. */
export function localDateIn(timezone: string): (at: number) => string {
  const localDate = zones.get(timezone) ?? createLocalDate(timezone);
  zones.set(timezone, localDate);
  return localDate;
}

function createLocalDate(timezone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const known = new Map<number, string>();
  return at => {
    // No zone changes its date within a quarter of an hour that starts on the hour.
    const quarter = Math.floor(at / 900_000);
    let date = known.get(quarter);
    if (date === undefined) {
      date = format.format(quarter * 900_000);
      known.set(quarter, date);
    }
    return date;
  };
}

export interface Period {
  start: string;
  end: string;
  /** The window cuts it. */
  cut: boolean;
}

const STARTS = {
  day: (date: string) => date,
  week: monday,
  month: (date: string) => `${date.slice(0, 7)}-01`,
};
const ENDS = {
  day: (start: string) => addDays(start, 1),
  week: (start: string) => addDays(start, 7),
  month: (start: string) => STARTS.month(addDays(start, 31)),
};

/** Days, ISO weeks or months that cover a half-open window, cut to it. */
export function periodsOf(
  from: string,
  to: string,
  interval: 'day' | 'week' | 'month',
): Period[] {
  const periods: Period[] = [];
  for (let date = from; date < to; ) {
    const start = STARTS[interval](date);
    const end = ENDS[interval](start);
    periods.push({
      start: date,
      end: end < to ? end : to,
      cut: start < date || end > to,
    });
    date = end;
  }
  return periods;
}
