import { NAME_GROUPS } from '../data/names';
import { createRandom, type Random } from './random';
import { DAY_MS, isoDate } from './time';
import type { Person, RoleGroupName, Settings } from './types';
import { ascii } from './words';

export interface Recruit {
  group: string;
  title: string;
  roles?: RoleGroupName[];
  /** Leads and heads have been here since before the simulated window. */
  veteran?: boolean;
}

export type Recruiter = (recruit: Recruit) => Person;

/** Makes people one after the other, with names and usernames nobody else has. */
export function createRecruiter(options: {
  settings: Settings;
  emailDomain: string;
  age: number;
}): Recruiter {
  const { settings, emailDomain, age } = options;
  const random = createRandom(settings.seed, settings.profile, 'people');
  const until = Date.parse(settings.until);
  const taken = new Set<string>();

  return ({ group, title, roles = [], veteran = false }) => {
    const name = drawName(random, taken);
    const daysHere = veteran
      ? random.int(
          settings.months * 31 + 30,
          Math.max(settings.months * 31 + 60, age * 340),
        )
      : drawTenure(random, age);
    return {
      username: name.username,
      displayName: name.displayName,
      email: `${name.username}@${emailDomain}`,
      title,
      group,
      roles,
      startDate: isoDate(until - daysHere * DAY_MS),
      utcOffset: name.utcOffset,
    };
  };
}

function drawName(random: Random, taken: Set<string>) {
  for (;;) {
    const culture = random.weighted(
      NAME_GROUPS.map(item => [item, item.weight] as const),
    );
    const given = random.pick(culture.given);
    const family = random.pick(culture.family);
    const username = `${ascii(given)}.${ascii(family)}`;
    const utcOffset = random.pick(culture.utcOffsets);
    if (taken.has(username)) continue;
    taken.add(username);
    return { username, displayName: `${given} ${family}`, utcOffset };
  }
}

/**
 * Days since somebody joined: about one in nine within half a year (some of
 * them within the last weeks, for onboarding figures), the rest spread over the
 * age of the company with more recent than early ones.
 */
function drawTenure(random: Random, age: number) {
  const kind = random.next();
  if (kind < 0.03) return random.int(2, 28);
  if (kind < 0.11) return random.int(29, 180);
  return 181 + Math.floor((age * 365 - 181) * random.next() ** 1.6);
}
