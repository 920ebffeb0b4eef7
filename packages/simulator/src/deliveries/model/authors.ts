import type { Random } from '../../domain/random';
import type { Person, Service } from '../../domain/types';
import type { TeamContext } from './team';

/** Who changes a service: mostly few people of the team, now and then a neighbour. */
export function createAuthors(
  { directory, team, calendar, random }: TeamContext,
  service: Service,
): (day: number) => Person {
  const lead = directory.person(team.lead);
  const members = random
    .shuffle(team.members)
    .map(name => directory.person(name));
  const weights = members.map((person, index): [Person, number] => [
    person,
    1 / (index + 1),
  ]);
  const neighbours = directory.areaMembers(service.area);

  return day => {
    // Their first day in the calendar of Greenwich is the later one for some.
    const date = new Date(calendar.startOf(day) * 1000)
      .toISOString()
      .slice(0, 10);
    if (random.chance(0.06)) {
      const neighbour = random.pick(neighbours);
      if (neighbour.startDate <= date) return neighbour;
    }
    const here = weights.filter(([person]) => person.startDate <= date);
    return here.length > 0 ? random.weighted(here) : lead;
  };
}

/** Changed lines: most changes are small, some are not. */
export function sizeOf(random: Random, effort: number) {
  const lines = Math.max(1, Math.round(40 * effort * (0.3 + random.next())));
  const deletions = Math.round(lines * random.next() * 0.6);
  return { additions: lines, deletions };
}
