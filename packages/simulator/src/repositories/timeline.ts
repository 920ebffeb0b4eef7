import { createRandom, type Random } from '../domain/random';
import { DAY_MS, offsetSeconds, windowOf } from '../domain/time';
import type { Person, Settings } from '../domain/types';
import type { Identity } from './plan';

export interface Slot {
  author: Identity;
  authoredAt: number;
  committedAt: number;
}

/** Midnight UTC of a day in the span, nearly always Monday to Friday. */
function workday(random: Random, from: number, to: number) {
  for (;;) {
    const day =
      Math.floor((from + random.next() * (to - from)) / DAY_MS) * DAY_MS;
    const weekday = new Date(day).getUTCDay();
    const weekend = weekday === 0 || weekday === 6;
    if (day >= from && (!weekend || random.chance(0.03))) return day;
  }
}

/** A moment of somebody's working day, and when the change was begun before it. */
function slotOn(
  random: Random,
  day: number,
  author: Person,
  end: number,
): Slot {
  const shift = offsetSeconds(author.utcOffset);
  // Two peaks, before lunch and in the afternoon.
  const hour = random.chance(0.45)
    ? 9 + random.next() * 3
    : 13 + random.next() * 4.5;
  let committedAt = Math.floor(day / 1000 + hour * 3600) - shift;
  while (committedAt * 1000 >= end) committedAt -= random.int(1, 3) * 86_400;
  // Nobody begins a change before their first day.
  const firstDay = Date.parse(author.startDate) / 1000 - shift + 9 * 3600;
  const authoredAt = Math.max(begun(random, committedAt), firstDay);
  return { author, committedAt, authoredAt };
}

function begun(random: Random, committedAt: number) {
  const days = random.weighted([
    [0, 55],
    [1, 25],
    [2, 10],
    [5, 10],
  ] as const);
  const at = committedAt - days * 86_400 - random.int(300, 5_400);
  const weekday = new Date(at * 1000).getUTCDay();
  return weekday === 0 || weekday === 6 ? at - 2 * 86_400 : at;
}

/** Slots for repositories that change once in a while, such as the organisation's own. */
export function planMonthly(
  settings: Settings,
  author: Person,
  key: string,
): Slot[] {
  const random = createRandom(settings.seed, settings.profile, 'monthly', key);
  const { start, end } = windowOf(settings);
  return Array.from({ length: settings.months + 1 }, (_, month) => {
    // The last one falls into the week before the end.
    const from = start + ((end - 7 * DAY_MS - start) * month) / settings.months;
    return slotOn(
      random,
      workday(random, from, from + 6 * DAY_MS),
      author,
      end,
    );
  });
}
