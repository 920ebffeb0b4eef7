import { NotFoundError } from '@backstage/errors';
import type { Organisation, Person, Service, System, Team } from './types';

/** Look-ups by name. A miss is a mistake in the model, so it throws. */
export interface Directory {
  organisation: Organisation;
  person(username: string): Person;
  service(name: string): Service;
  system(name: string): System;
  team(name: string): Team;
  /** Services that depend on this one. */
  dependents(name: string): Service[];
  /** Everybody in the teams of an area. */
  areaMembers(area: string): Person[];
}

const byKey = <T>(items: T[], key: (item: T) => string) =>
  new Map(items.map(item => [key(item), item]));

export function createDirectory(organisation: Organisation): Directory {
  const people = byKey(organisation.people, person => person.username);
  const services = byKey(organisation.services, service => service.name);
  const systems = byKey(organisation.systems, system => system.name);
  const teams = byKey(organisation.teams, team => team.name);
  const dependents = new Map<string, Service[]>();
  for (const service of organisation.services) {
    for (const target of service.dependsOn) {
      const list = dependents.get(target) ?? [];
      list.push(service);
      dependents.set(target, list);
    }
  }
  const members = new Map(
    organisation.areas.map(({ name }) => [
      name,
      organisation.teams
        .filter(team => team.area === name)
        .flatMap(team => team.members.flatMap(item => people.get(item) ?? [])),
    ]),
  );
  return {
    organisation,
    person: name => found(people, name, 'person'),
    service: name => found(services, name, 'service'),
    system: name => found(systems, name, 'system'),
    team: name => found(teams, name, 'team'),
    dependents: name => dependents.get(name) ?? [],
    areaMembers: name => members.get(name) ?? [],
  };
}

function found<T>(map: Map<string, T>, name: string, noun: string): T {
  const item = map.get(name);
  if (item === undefined) throw new NotFoundError(`No ${noun} named ${name}`);
  return item;
}
