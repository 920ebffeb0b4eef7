import type { Directory } from '../../domain/directory';
import { createRandom, type Random } from '../../domain/random';
import { offsetSeconds, windowOf } from '../../domain/time';
import type { Person, Service, Team } from '../../domain/types';
import type { Identity } from '../../repositories/plan';
import { createCalendar, type WorkCalendar } from './calendar';
import { phaseAt, type Character, type Phase } from './character';
import type { Happening } from './facts';
import { createScheduler, type Scheduler } from './scheduler';

/** What everything that happens in one team needs. */
export interface TeamContext {
  directory: Directory;
  team: Team;
  character: Character;
  services: readonly Service[];
  random: Random;
  calendar: WorkCalendar;
  scheduler: Scheduler;
  /** Start and end of the simulated past, in seconds. */
  start: number;
  until: number;
  bot: Identity;
  phase(at: number): Phase;
  emit(happening: Happening): void;
  /** People of the team who have joined by then. */
  present(at: number): Person[];
}

export const botOf = (emailDomain: string): Identity => ({
  username: 'dependency-bot',
  // The way hosts name what is not a person.
  displayName: 'dependency-bot[bot]',
  email: `dependency-bot@${emailDomain}`,
  utcOffset: '+0000',
});

/** A team lives in the time zone of its lead. */
export function createTeamContext(options: {
  directory: Directory;
  team: Team;
  character: Character;
  emit: (happening: Happening) => void;
}): TeamContext {
  const { directory, team, character, emit } = options;
  const { settings, services, emailDomain } = directory.organisation;
  const window = windowOf(settings);
  const start = Math.floor(window.start / 1000);
  const until = window.end / 1000;
  const lead = directory.person(team.lead);
  const members = team.members.map(name => directory.person(name));
  return {
    directory,
    team,
    character,
    services: services.filter(({ owner }) => owner === team.name),
    random: createRandom(
      settings.seed,
      settings.profile,
      'deliveries',
      team.name,
    ),
    calendar: createCalendar(offsetSeconds(lead.utcOffset)),
    scheduler: createScheduler(start),
    start,
    until,
    bot: botOf(emailDomain),
    emit,
    phase: at =>
      phaseAt(
        character,
        Math.min(1, Math.max(0, (at - start) / (until - start))),
      ),
    present(at) {
      const day = new Date(at * 1000).toISOString().slice(0, 10);
      const here = members.filter(({ startDate }) => startDate <= day);
      return here.length > 0 ? here : [lead];
    },
  };
}
