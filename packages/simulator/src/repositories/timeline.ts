import type { Directory } from '../domain/directory';
import { createRandom, type Random } from '../domain/random';
import { DAY_MS, isoDate, offsetSeconds, windowOf } from '../domain/time';
import type { Activity, Person, Service, Settings } from '../domain/types';
import { SHALLOW_COMMITS } from '../data/profiles';
import type { Identity } from './plan';

export interface Slot {
  author: Identity;
  authoredAt: number;
  committedAt: number;
}

const PER_MONTH: Record<Activity, number> = { busy: 26, steady: 13, quiet: 5 };
/** Fewer would not leave room for code, docs and a contract. */
const FEWEST_COMMITS = 8;

/** When something was merged into a service, and by whom, in order. */
export function planTimeline(service: Service, directory: Directory): Slot[] {
  const { settings } = directory.organisation;
  const random = createRandom(
    settings.seed,
    settings.profile,
    'timeline',
    service.name,
  );
  const end = windowOf(settings).end;
  const born = Date.parse(service.bornAt);
  const count = commitCount(random, service, (end - born) / (30.4375 * DAY_MS));
  const chooseAuthor = authorChooser(random, service, directory);

  const slots = Array.from({ length: count }, (_, index) => {
    const day = index === 0 ? born : workday(random, born, end);
    const author =
      index === 0
        ? directory.person(directory.team(service.owner).lead)
        : chooseAuthor(isoDate(day));
    return slotOn(random, day, author, end);
  }).sort((a, b) => a.committedAt - b.committedAt);

  // Git wants parents before children; two merges in one second confuse people.
  let last = 0;
  for (const slot of slots) {
    slot.committedAt = Math.max(slot.committedAt, last + 1);
    slot.authoredAt = Math.max(
      Math.min(slot.authoredAt, slot.committedAt),
      slots[0].authoredAt,
    );
    last = slot.committedAt;
  }
  return slots;
}

function commitCount(random: Random, service: Service, monthsAlive: number) {
  if (!service.deep) return SHALLOW_COMMITS + random.int(-4, 4);
  const expected = PER_MONTH[service.activity] * monthsAlive;
  return Math.max(
    FEWEST_COMMITS,
    Math.round(expected * (0.75 + random.next() * 0.5)),
  );
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

/** Most work is done by few people of the team; now and then a neighbour helps. */
function authorChooser(random: Random, service: Service, directory: Directory) {
  const team = directory.team(service.owner);
  const lead = directory.person(team.lead);
  const members = random
    .shuffle(team.members)
    .map(name => directory.person(name));
  const weights = members.map((person, index): [Person, number] => [
    person,
    1 / (index + 1),
  ]);
  const neighbours = directory.areaMembers(service.area);

  return (day: string): Person => {
    if (random.chance(0.06)) {
      const neighbour = random.pick(neighbours);
      if (neighbour.startDate <= day) return neighbour;
    }
    const present = weights.filter(([person]) => person.startDate <= day);
    return present.length > 0 ? random.weighted(present) : lead;
  };
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
