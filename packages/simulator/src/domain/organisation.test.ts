import fc from 'fast-check';
import { PROFILES } from '../data/profiles';
import { createDirectory } from './directory';
import { buildOrganisation } from './organisation';
import { PLATFORM_TEAM } from './teams';
import { windowOf } from './time';
import type { Organisation, ProfileName, Settings } from './types';

const PROFILE_NAMES: ProfileName[] = ['ecommerce', 'bank', 'startup'];
const until = '2026-06-30T16:00:00Z';

const anySettings: fc.Arbitrary<Settings> = fc.record({
  profile: fc.constantFrom(...PROFILE_NAMES),
  seed: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
  until: fc.constantFrom(until, '2025-01-01T00:00:00Z'),
  services: fc.integer({ min: 5, max: 700 }),
  months: fc.integer({ min: 1, max: 24 }),
});

const always = (property: (organisation: Organisation) => void) =>
  fc.assert(
    fc.property(anySettings, settings => property(buildOrganisation(settings))),
    { numRuns: 15 },
  );

const expectUnique = (names: string[]) =>
  expect(new Set(names).size).toBe(names.length);

describe('buildOrganisation', () => {
  it.each(PROFILE_NAMES)('gives %s its engineers and services', profile => {
    const blueprint = PROFILES[profile];
    const organisation = buildOrganisation({
      profile,
      seed: 1,
      until,
      services: blueprint.services,
      months: 12,
    });
    expect(organisation.teams.flatMap(({ members }) => members)).toHaveLength(
      blueprint.engineers,
    );
    expect(organisation.services).toHaveLength(blueprint.services);
  });

  it.each(PROFILE_NAMES)(
    'can grow %s to 5,000 services, 200 of them deep',
    profile => {
      const { services } = buildOrganisation({
        profile,
        seed: 1,
        until,
        services: 5000,
        months: 24,
      });
      expect(services).toHaveLength(5000);
      expect(services.filter(({ deep }) => deep)).toHaveLength(200);
    },
  );

  it('has no name twice within a kind', () =>
    always(organisation => {
      const { areas, teams, roleGroups, people, services } = organisation;
      const named = (items: { name: string }[]) =>
        items.map(({ name }) => name);
      const kinds = [
        named([...areas, ...teams, ...roleGroups]),
        people.map(({ username }) => username),
        people.map(({ displayName }) => displayName),
        named(organisation.domains),
        named(organisation.systems),
        named(services),
        named(services.flatMap(({ apis }) => apis)),
        named(services.flatMap(({ resources }) => resources)),
      ];
      for (const names of kinds) expect(new Set(names).size).toBe(names.length);
    }));

  it('has groups in two levels, each led by a member', () =>
    always(({ areas, teams, people }) => {
      const groupOf = new Map(
        people.map(({ username, group }) => [username, group]),
      );
      const areaNames = areas.map(({ name }) => name);
      for (const team of teams) {
        expect(areaNames).toContain(team.area);
        expect(team.members).toContain(team.lead);
        expect(team.members.length).toBeGreaterThanOrEqual(5);
        for (const member of team.members)
          expect(groupOf.get(member)).toBe(team.name);
      }
      for (const area of areas) expect(groupOf.get(area.lead)).toBe(area.name);
    }));

  it('has everybody in the role groups they need', () =>
    always(({ areas, teams, roleGroups }) => {
      const members = new Map(
        roleGroups.map(group => [group.name, group.members]),
      );
      const leads = [...areas, ...teams].map(({ lead }) => lead);
      expect([...(members.get('team-leads') ?? [])].sort()).toEqual(
        leads.sort(),
      );
      for (const list of members.values())
        expect(list.length).toBeGreaterThan(0);
    }));

  it('has only owners, systems and dependencies that exist', () =>
    always(({ areas, teams, domains, systems, services }) => {
      const has = (items: { name: string }[]) => {
        const names = new Set(items.map(({ name }) => name));
        return (name: string) => expect(names).toContain(name);
      };
      const [isArea, isTeam, isDomain, isSystem, isService] = [
        areas,
        teams,
        domains,
        systems,
        services,
      ].map(has);
      const isApi = has(services.flatMap(({ apis }) => apis));
      domains.forEach(({ owner }) => isArea(owner));
      for (const system of systems) {
        isTeam(system.owner);
        isDomain(system.domain);
        system.uses.forEach(isSystem);
      }
      for (const service of services) {
        isTeam(service.owner);
        isSystem(service.system);
        service.dependsOn.forEach(isService);
        service.consumes.forEach(isApi);
        expect(service.dependsOn).not.toContain(service.name);
        expectUnique(service.dependsOn);
        expectUnique(service.consumes);
      }
    }));

  it('has no cycle of calls', () =>
    always(organisation => {
      const { service } = createDirectory(organisation);
      const state = new Map<string, 'open' | 'done'>();
      const visit = (name: string) => {
        if (state.get(name) === 'done') return;
        expect(state.get(name)).toBeUndefined();
        state.set(name, 'open');
        service(name).dependsOn.forEach(visit);
        state.set(name, 'done');
      };
      organisation.services.forEach(({ name }) => visit(name));
    }));

  it('lets leads be there before the window and newcomers join within the last half year', () =>
    always(({ settings, people, teams }) => {
      const start = windowOf(settings).start;
      const startOf = new Map(
        people.map(({ username, startDate }) => [
          username,
          Date.parse(startDate),
        ]),
      );
      for (const { lead } of teams)
        expect(startOf.get(lead)).toBeLessThan(start);
      const end = Date.parse(settings.until);
      const days = [...startOf.values()].map(at => (end - at) / 86_400_000);
      expect(Math.min(...days)).toBeGreaterThan(1);
      expect(days.some(age => age < 180)).toBe(true);
    }));

  it('casts four personas who are what they say', () =>
    always(({ personas, people, teams, services }) => {
      expect(personas.map(({ role }) => role)).toEqual([
        'developer',
        'team-lead',
        'platform-pm',
        'platform-engineer',
      ]);
      const [developer, lead, pm, engineer] = personas.map(
        ({ userRef, displayName }) => {
          const person = people.find(
            ({ username }) => `user:default/${username}` === userRef,
          );
          expect(person?.displayName).toBe(displayName);
          return person!;
        },
      );
      expect(developer.roles).toEqual([]);
      expect(services.some(({ owner }) => owner === developer.group)).toBe(
        true,
      );
      expect(teams.find(({ name }) => name === lead.group)?.lead).toBe(
        lead.username,
      );
      expect(pm.roles).toContain('platform-pms');
      expect(engineer.group).toBe(PLATFORM_TEAM);
    }));
});
