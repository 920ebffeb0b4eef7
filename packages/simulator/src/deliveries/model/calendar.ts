const HOUR = 3_600;
const DAY = 86_400;
const OPENS = 9 * HOUR;
const CLOSES = 17.5 * HOUR;

/** Month and day on which nobody works. */
const HOLIDAYS: ReadonlySet<string> = new Set([
  '01-01',
  '05-01',
  '12-24',
  '12-25',
  '12-26',
  '12-31',
]);

interface Season {
  /** `MM-DD`, both ends included. */
  from: string;
  to: string;
  /** Share of people who are at work on a workday. */
  presence: number;
  /** Work that is begun, relative to an ordinary day and an ordinary number of people. */
  pressure: number;
}

/** The first that fits. Before the holidays everybody wants to finish something while reviewers leave. */
const SEASONS: readonly Season[] = [
  { from: '12-08', to: '12-16', presence: 0.88, pressure: 1.3 },
  { from: '12-17', to: '12-23', presence: 0.55, pressure: 1.0 },
  { from: '12-24', to: '12-31', presence: 0.15, pressure: 0.12 },
  { from: '01-01', to: '01-05', presence: 0.3, pressure: 0.25 },
  { from: '07-15', to: '08-21', presence: 0.62, pressure: 0.65 },
];
const ORDINARY = { presence: 0.92, pressure: 1 };

/** Deployments wait while shops must not break, where a team keeps such a freeze. */
const FREEZE = { from: '12-19', to: '12-31' } as const;

const monthDay = (localDay: number) =>
  new Date(localDay * DAY * 1000).toISOString().slice(5, 10);
const within = (day: string, { from, to }: { from: string; to: string }) =>
  day >= from && day <= to;

/** When people of one time zone work. Days are counted from 1970 in local time, instants in seconds. */
export interface WorkCalendar {
  dayOf(at: number): number;
  startOf(day: number): number;
  isWorkday(day: number): boolean;
  /** Monday is 1, Sunday 7. */
  weekday(day: number): number;
  season(day: number): { presence: number; pressure: number };
  isFrozen(at: number): boolean;
  /** The instant at a share of the working hours of a day. */
  during(day: number, share: number): number;
  /** The first working moment from `at` on. */
  next(at: number): number;
  /** So many working hours after `at`. */
  after(at: number, hours: number): number;
}

export function createCalendar(offsetSeconds: number): WorkCalendar {
  const dayOf = (at: number) => Math.floor((at + offsetSeconds) / DAY);
  const startOf = (day: number) => day * DAY - offsetSeconds;
  const weekday = (day: number) => ((day + 3) % 7) + 1;
  const isWorkday = (day: number) =>
    weekday(day) < 6 && !HOLIDAYS.has(monthDay(day));
  const next = (at: number): number => {
    let day = dayOf(at);
    if (isWorkday(day) && at < startOf(day) + CLOSES) {
      return Math.max(at, startOf(day) + OPENS);
    }
    do day += 1;
    while (!isWorkday(day));
    return startOf(day) + OPENS;
  };

  return {
    dayOf,
    startOf,
    weekday,
    isWorkday,
    next,
    season(day) {
      const date = monthDay(day);
      return SEASONS.find(season => within(date, season)) ?? ORDINARY;
    },
    isFrozen: at => within(monthDay(dayOf(at)), FREEZE),
    during: (day, share) =>
      Math.floor(startOf(day) + OPENS + share * (CLOSES - OPENS)),
    after(at, hours) {
      let from = next(at);
      let left = hours * HOUR;
      for (;;) {
        const closes = startOf(dayOf(from)) + CLOSES;
        if (left < closes - from) return Math.floor(from + left);
        left -= closes - from;
        from = next(closes);
      }
    },
  };
}
