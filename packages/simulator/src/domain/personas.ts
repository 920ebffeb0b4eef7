import { PLATFORM_TEAM } from './teams';
import type { Organisation, Persona, Person, PersonaRole, Team } from './types';

type Cast = Omit<Organisation, 'personas'>;

const mention = (titles: string[]) =>
  titles.length > 2
    ? `${titles[0]} and ${titles[1]} among them`
    : titles.join(' and ');

/**
 * The four people visitors sign in as. The developer and the lead share a team
 * with something to show: services with APIs, documentation and dependencies.
 */
export function choosePersonas(cast: Cast): Persona[] {
  const people = new Map(cast.people.map(person => [person.username, person]));
  const team = showcaseTeam(cast);
  const owned = cast.services.filter(service => service.owner === team.name);
  const others = team.members
    .filter(name => name !== team.lead)
    .flatMap(name => people.get(name) ?? [])
    .sort((a, b) => (a.startDate < b.startDate ? -1 : 1));
  const platform = cast.teams.find(({ name }) => name === PLATFORM_TEAM);
  const engineers = (platform?.members ?? [])
    .flatMap(name => people.get(name) ?? [])
    .filter(person => person.roles.length === 0);
  const pms = cast.people.filter(({ roles }) => roles.includes('platform-pms'));

  const services = owned.length === 1 ? 'service' : 'services';
  return [
    // The middle of the team by tenure: neither a newcomer nor a founder.
    persona(
      'developer',
      others[Math.floor(others.length / 2)],
      `Engineer in ${team.title}, which owns ${
        owned.length
      } ${services}, ${mention(owned.map(({ title }) => title))}.`,
    ),
    persona(
      'team-lead',
      people.get(team.lead),
      `Leads ${team.title}: ${team.members.length} people and ${owned.length} ${services}.`,
    ),
    persona(
      'platform-pm',
      pms[0],
      `Owns the roadmap and the adoption programme of the internal platform at ${cast.name}.`,
    ),
    persona(
      'platform-engineer',
      engineers[0],
      `Builds the internal developer platform that ${
        cast.teams.length - 1
      } other teams use.`,
    ),
  ].filter(item => item !== undefined);
}

function persona(
  role: PersonaRole,
  person: Person | undefined,
  summary: string,
): Persona | undefined {
  if (!person) return undefined;
  return {
    role,
    userRef: `user:default/${person.username}`,
    displayName: person.displayName,
    title: person.title,
    summary,
  };
}

function showcaseTeam({ teams, services, domains }: Cast): Team {
  const score = (team: Team) => {
    const owned = services.filter(service => service.owner === team.name);
    const documented = owned.filter(service => service.docs).length;
    const apis = owned.flatMap(service => service.apis).length;
    const relations = owned.flatMap(service => service.dependsOn).length;
    const busy = owned.filter(service => service.activity === 'busy').length;
    return owned.length + documented + apis + Math.min(relations, 8) + 2 * busy;
  };
  // Not a platform team: those have a persona of their own.
  const candidates = teams.filter(team => {
    const home = domains.find(({ name }) => name === team.domain);
    return home !== undefined && !['platform', 'data'].includes(home.name);
  });
  return candidates.reduce((best, team) =>
    score(team) > score(best) ? team : best,
  );
}
