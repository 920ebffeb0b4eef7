import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The data folder of the portal under test. */
export const dataFolder =
  process.env.WAYMARK_E2E_DATA ?? path.resolve(__dirname, '../../.data');

const read = (...parts: string[]) =>
  readFileSync(path.join(dataFolder, ...parts), 'utf8');

export type Role =
  | 'developer'
  | 'team-lead'
  | 'platform-pm'
  | 'platform-engineer';

export interface Persona {
  role: Role;
  userRef: string;
  displayName: string;
}

export interface Service {
  ref: string;
  title: string;
  owner: string;
  system: string;
  type: string;
  docs: boolean;
  repository: string;
  apis: { ref: string; type: string }[];
  dependsOn: string[];
}

/** What the simulator says is true of the example organisation. */
export const truth = {
  organisation: JSON.parse(read('example/truth/organisation.json')) as {
    organisation: { name: string; slug: string };
    personas: Persona[];
    users: { ref: string; memberOf: string[] }[];
    services: Service[];
  },
  catalog: JSON.parse(read('example/truth/catalog.json')) as {
    total: number;
    absent: string[];
  },
  broken: JSON.parse(read('example/truth/broken.json')) as {
    repository: string;
    /** Absent where the whole repository is meant. */
    path?: string;
    line?: number;
    code: string;
  }[],
};

export const adminToken = read('admin-token').trim();

export function persona(role: Role): Persona {
  const found = truth.organisation.personas.find(one => one.role === role);
  if (!found) throw new Error(`The example has no ${role}`);
  return found;
}

const ROLE_GROUPS: Record<string, string> = {
  'team-lead': 'group:default/team-leads',
  'platform-coach': 'group:default/platform-coaches',
  'platform-pm': 'group:default/platform-pms',
  'platform-engineer': 'group:default/developer-platform',
  admin: 'group:default/portal-admins',
};

/**
 * Someone who has that role and, beside the one that everyone has, no other. An administrator may
 * be a platform engineer too: that role is part of theirs.
 */
export function someoneWith(role: string): string {
  const part = role === 'admin' ? ['admin', 'platform-engineer'] : [role];
  const others = Object.entries(ROLE_GROUPS)
    .filter(([name]) => !part.includes(name))
    .map(([, group]) => group);
  const found = truth.organisation.users.find(
    ({ memberOf }) =>
      (role === 'developer' || memberOf.includes(ROLE_GROUPS[role])) &&
      !memberOf.some(group => others.includes(group)),
  );
  if (!found) throw new Error(`Nobody of the example is only ${role}`);
  return found.ref;
}

/** The services that belong to the teams of a person. */
export function servicesOf(userRef: string): Service[] {
  const person = truth.organisation.users.find(user => user.ref === userRef);
  return truth.organisation.services.filter(service =>
    person?.memberOf.includes(service.owner),
  );
}

/** `orders` of `component:default/orders`. */
export const nameOf = (ref: string) => ref.slice(ref.indexOf('/') + 1);
