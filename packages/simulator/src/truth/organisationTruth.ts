import type { Organisation, Service } from '../domain/types';
import { isoInstant } from '../domain/time';
import type { WrittenRepository } from '../git/writeRepository';
import type { GroupTruth, OrganisationTruth, ServiceTruth } from './types';

export const userRef = (name: string) => `user:default/${name}`;
const groupRef = (name: string) => `group:default/${name}`;

/** Everything but the services, which are added as their repositories are written. */
export function organisationTruth(
  organisation: Organisation,
  services: ServiceTruth[],
): OrganisationTruth {
  const { slug, name, description, emailDomain, settings } = organisation;
  return {
    profile: settings.profile,
    organisation: { slug, name, description, emailDomain },
    seed: settings.seed,
    until: settings.until,
    months: settings.months,
    personas: organisation.personas,
    groups: groups(organisation),
    users: organisation.people.map(person => ({
      ref: userRef(person.username),
      displayName: person.displayName,
      email: person.email,
      title: person.title,
      memberOf: [person.group, ...person.roles].map(groupRef),
      startDate: person.startDate,
    })),
    domains: organisation.domains.map(domain => ({
      ref: `domain:default/${domain.name}`,
      owner: groupRef(domain.owner),
    })),
    systems: organisation.systems.map(system => ({
      ref: `system:default/${system.name}`,
      owner: groupRef(system.owner),
      domain: `domain:default/${system.domain}`,
    })),
    services,
  };
}

function groups({
  areas,
  teams,
  roleGroups,
  people,
}: Organisation): GroupTruth[] {
  return [
    ...areas.map(({ name, title, lead }) => ({
      ref: groupRef(name),
      type: 'area' as const,
      title,
      leads: [userRef(lead)],
      members: people
        .filter(({ group }) => group === name)
        .map(({ username }) => userRef(username)),
    })),
    ...teams.map(({ name, title, area, lead, members }) => ({
      ref: groupRef(name),
      type: 'team' as const,
      title,
      parent: groupRef(area),
      leads: [userRef(lead)],
      members: members.map(userRef),
    })),
    ...roleGroups.map(({ name, title, members }) => ({
      ref: groupRef(name),
      type: 'role' as const,
      title,
      leads: [],
      members: members.map(userRef),
    })),
  ];
}

export function serviceTruth(
  service: Service,
  { head, commits }: WrittenRepository,
): ServiceTruth {
  const authors: Record<string, number> = {};
  for (const { author, kind } of commits) {
    const key = kind === 'dependency' ? author : userRef(author);
    authors[key] = (authors[key] ?? 0) + 1;
  }
  return {
    ref: `component:default/${service.name}`,
    title: service.title,
    owner: groupRef(service.owner),
    system: `system:default/${service.system}`,
    domain: `domain:default/${service.domain}`,
    type: service.type,
    lifecycle: service.lifecycle,
    tier: service.tier,
    docs: service.docs,
    apis: service.apis.map(({ name, type }) => ({
      ref: `api:default/${name}`,
      type,
    })),
    consumes: service.consumes.map(name => `api:default/${name}`),
    dependsOn: [
      ...service.dependsOn.map(name => `component:default/${name}`),
      ...service.resources.map(({ name }) => `resource:default/${name}`),
    ],
    repository: service.repository,
    head: head ?? '',
    commits: commits.length,
    authors,
    tags: commits.flatMap(({ tag, commit, committedAt }) =>
      tag ? [{ name: tag, commit, at: isoInstant(committedAt * 1000) }] : [],
    ),
  };
}
