import type { ProfileBlueprint, TeamBlueprint } from '../data/blueprint';
import { createRandom, type Random } from './random';
import { createRecruiter } from './people';
import type { Area, Person, RoleGroup, Settings, Team } from './types';

export const PLATFORM_TEAM = 'developer-platform';

export interface Staff {
  areas: Area[];
  teams: Team[];
  people: Person[];
  roleGroups: RoleGroup[];
}

const ENGINEERS: readonly (readonly [string, number])[] = [
  ['Software Engineer', 34],
  ['Senior Software Engineer', 26],
  ['Frontend Engineer', 11],
  ['Associate Engineer', 9],
  ['Quality Engineer', 7],
  ['Staff Engineer', 5],
  ['Site Reliability Engineer', 4],
  ['Engineering Apprentice', 2],
];
const PLATFORM_ENGINEERS: readonly (readonly [string, number])[] = [
  ['Platform Engineer', 6],
  ['Senior Platform Engineer', 4],
  ['Developer Experience Engineer', 2],
];
const DATA_ENGINEERS: readonly (readonly [string, number])[] = [
  ['Data Engineer', 6],
  ['Senior Data Engineer', 4],
  ['Data Scientist', 4],
  ['Analytics Engineer', 2],
];

/** Areas, teams and everybody in them. Engineers add up to the profile's number. */
export function buildStaff(
  settings: Settings,
  blueprint: ProfileBlueprint,
): Staff {
  const random = createRandom(settings.seed, settings.profile, 'teams');
  const recruit = createRecruiter({
    settings,
    emailDomain: blueprint.emailDomain,
    age: blueprint.age,
  });
  const places = blueprint.areas.flatMap(area =>
    area.domains.flatMap(domain =>
      domain.teams.map(team => ({ area, domain, team })),
    ),
  );
  const sizes = teamSizes(random, blueprint.engineers, places.length);

  const people: Person[] = [];
  const hire = (person: Person) => {
    people.push(person);
    return person.username;
  };

  const areas = blueprint.areas.map(
    (area): Area => ({
      name: area.name,
      title: area.title,
      description: area.description,
      lead: hire(
        recruit({
          group: area.name,
          title: `Head of Engineering, ${area.title}`,
          roles: ['team-leads'],
          veteran: true,
        }),
      ),
    }),
  );

  const teams = places.map(({ area, domain, team }, index): Team => {
    const titles = titlesOf(team, domain.name);
    const members: string[] = [];
    for (let i = 0; i < sizes[index]; i++) {
      const lead = i === 0;
      // The two engineers after the platform team's lead administer the portal.
      const admin = team.name === PLATFORM_TEAM && (i === 1 || i === 2);
      members.push(
        hire(
          recruit({
            group: team.name,
            title: lead ? 'Engineering Lead' : random.weighted(titles),
            roles: [
              ...(lead ? (['team-leads'] as const) : []),
              ...(admin ? (['portal-admins'] as const) : []),
            ],
            veteran: lead || i === 1,
          }),
        ),
      );
    }
    return {
      name: team.name,
      title: team.title,
      description: team.description,
      area: area.name,
      domain: domain.name,
      lead: members[0],
      members,
    };
  });

  const platformArea =
    teams.find(team => team.name === PLATFORM_TEAM)?.area ?? areas[0].name;
  for (let i = 0; i < blueprint.platformPms; i++) {
    const title =
      i === 0 ? 'Lead Product Manager, Platform' : 'Product Manager, Platform';
    hire(
      recruit({
        group: platformArea,
        title,
        roles: ['platform-pms'],
        veteran: i === 0,
      }),
    );
  }
  for (let i = 0; i < blueprint.platformCoaches; i++) {
    hire(
      recruit({
        group: platformArea,
        title: 'Engineering Coach',
        roles: ['platform-coaches'],
        veteran: i === 0,
      }),
    );
  }

  return { areas, teams, people, roleGroups: roleGroupsOf(people) };
}

function titlesOf(team: TeamBlueprint, domain: string) {
  if (team.name === PLATFORM_TEAM) return PLATFORM_ENGINEERS;
  return domain === 'data' || domain === 'insight' ? DATA_ENGINEERS : ENGINEERS;
}

/** Uneven sizes around the mean that add up exactly to `total`. */
function teamSizes(random: Random, total: number, count: number) {
  const mean = Math.floor(total / count);
  const spread = Math.max(1, Math.floor(mean / 3));
  const sizes = Array.from({ length: count }, () => mean);
  for (let left = total - mean * count, i = 0; left > 0; left--, i++) {
    sizes[i % count] += 1;
  }
  for (let i = 0; i + 1 < count; i += 2) {
    const moved = random.int(-spread, spread);
    sizes[i] += moved;
    sizes[i + 1] -= moved;
  }
  return sizes;
}

function roleGroupsOf(people: Person[]): RoleGroup[] {
  const group = (
    name: RoleGroup['name'],
    title: string,
    description: string,
  ): RoleGroup => ({
    name,
    title,
    description,
    members: people
      .filter(person => person.roles.includes(name))
      .map(person => person.username),
  });
  return [
    group('team-leads', 'Team Leads', 'Everybody who leads a team or an area.'),
    group(
      'platform-pms',
      'Platform Product Managers',
      'Own the roadmap and the adoption programme of the internal platform.',
    ),
    group(
      'platform-coaches',
      'Platform Coaches',
      'Help teams assess themselves and improve.',
    ),
    group(
      'portal-admins',
      'Portal Administrators',
      'Run the developer portal itself.',
    ),
  ];
}
